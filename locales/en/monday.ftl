monday-title = This week
monday-lead = The few things that matter now, the most pressing first.
monday-empty-title = Nothing needs you
monday-empty = Everything runs. When somebody asks for help, waits for a decision or falls silent, it stands here.
monday-message = A message, ready to use
monday-copy = Copy
monday-more = { $count ->
    [one] One more thing is less pressing; it moves up when these are done.
   *[other] { $count } more things are less pressing; they move up when these are done.
}
monday-concerns = { $count ->
    [one] One concern waits for your answer
   *[other] { $count } concerns wait for your answer
}
monday-concerns-why = Somebody in { $programme } says that something is not right. Unanswered, it goes to the administrators.
monday-concerns-go = Read it now
monday-concerns-message = Hello, I have read what you wrote. Thank you for saying it. I look into it now, and you hear from me today. If you want to talk before that, call me.
monday-unhappy = { $count ->
    [one] One relationship needs you
   *[other] { $count } relationships need you
}
monday-unhappy-why = In a check-in of the last two weeks somebody asked for help or said that it does not go well.
monday-unhappy-go = Look
monday-unhappy-message = Hello, thank you for telling us how it is going. Would you have a quarter of an hour this week? We can change what does not help, up to finding you somebody else; that is nobody's fault.
monday-offers-ending = { $count ->
    [one] One offer ends within two days
   *[other] { $count } offers end within two days
}
monday-offers-ending-why = Not everybody has answered. Unanswered offers end by themselves and both go into the next round first.
monday-offers-ending-go = See who
monday-offers-ending-message = Hello, a partner has been suggested to you and waits for your answer. One tap in the mail is enough; a no is fine too and needs no reason.
monday-clearances = { $count ->
    [one] One person has no valid check or consent
   *[other] { $count } people have no valid check or consent
}
monday-clearances-why = Screening or a guardian’s consent is missing, over, or ends soon. Without it nobody is matched, and contact rests.
monday-clearances-go = See who
monday-clearances-message = Hello, before you can meet in { $programme } I need one more paper from you. Could you send or bring it this week? Write to me if anything about it is difficult.
monday-applications = { $count ->
    [one] One application waits
   *[other] { $count } applications wait
}
monday-applications-why = People registered for { $programme } and do not know yet whether they are in.
monday-applications-go = Decide
monday-applications-message = Hello, thank you for registering for { $programme }. We look at all registrations this week and let you know by mail.
monday-quiet = { $count ->
    [one] One relationship has gone quiet
   *[other] { $count } relationships have gone quiet
}
monday-quiet-why = No meeting for three weeks, and none is booked.
monday-quiet-go = See which
monday-quiet-message = Hello, three weeks have gone by since your last meeting. A short one is better than none: would half an hour this week or next work? If life is full just now, pausing is one click.
monday-closings = { $count ->
    [one] One relationship ends within two weeks
   *[other] { $count } relationships end within two weeks
}
monday-closings-why = They have been told. A word from you at the end is remembered, and somebody may want to go on.
monday-closings-go = See which
monday-closings-message = Hello, your time in { $programme } ends soon. Thank you for what you gave each other. Have you found a date to look back together? If you would like to go on, with each other or with somebody new, just tell me.
monday-unmatched = { $count ->
    [one] One person has nobody yet
   *[other] { $count } people have nobody yet
}
monday-unmatched-why = They were accepted into { $programme } and are ready to be matched.
monday-unmatched-go = To the programme
monday-unmatched-message = Hello, you are in. We are looking for somebody who fits you in { $programme } and write as soon as we have found them.
monday-round-waiting = A matching round is solved and waits
monday-round-waiting-why = Nobody is told anything until you publish it.
monday-round-waiting-go = Review
monday-round-waiting-message = Hello, the matching for { $programme } is almost done. You hear from us within days.
monday-registration-ending = { $count ->
    [0] Registration ends today
    [one] Registration ends tomorrow
   *[other] Registration ends in { $count } days
}
monday-registration-ending-why = A reminder now reaches those who meant to.
monday-registration-ending-go = See who is in
monday-registration-ending-message = Hello, registration for { $programme } ends soon. It takes five minutes and works on the phone.
monday-ending = { $count ->
    [0] { $programme } has reached its end
    [one] { $programme } ends tomorrow
   *[other] { $programme } ends in { $count } days
}
monday-ending-why = A good end is half of the memory: thank people, ask how it was, close.
monday-ending-go = Prepare the end
monday-ending-message = Hello, { $programme } comes to its end. Please use your last meeting to look back together: what worked, what do you take with you? Thank you for the time you gave each other.
monday-invitations = { $count ->
    [one] One invitation is unanswered for a week
   *[other] { $count } invitations are unanswered for a week
}
monday-invitations-why = A second, personal line works better than a third automatic one.
monday-invitations-go = See who
monday-invitations-message = Hello, I thought of you for { $programme }. Would you like to take part? If not, that is fine: one tap on «No thanks» and we stop asking.
