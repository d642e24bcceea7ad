# Relationships: offers, pauses, ends. No sentence says who ended something, or why.
relationship-names = { $first } and { $last }

offer-why-title = Why you two
offer-until = Please answer by { $day }.

offer-mail-subject = { $others ->
    [one] A suggestion for you: { $partner }
   *[other] A suggestion for you: a group of { $others } others
}
offer-mail-lead = In { $programme } we would like to bring you together, with you as { $role }:
offer-reminder-subject = { $others ->
    [one] Still open: would you like to work with { $partner }?
   *[other] Still open: would you like to be in this group?
}
offer-reminder-lead = A few days ago we asked whether you would like this in { $programme }, with you as { $role }. If the mail got lost, here it is again:
offer-mail-partner = { $name }, { $role }: { $place }
offer-mail-partner-plain = { $name }, { $role }
offer-mail-why = Why you: { $why }
offer-mail-until = It begins when everybody has said yes. Please answer by { $day }; one tap is enough.
offer-mail-yes = Yes, gladly
offer-mail-no = Rather not this time
offer-mail-look = Look at it first
offer-mail-no-fault = Saying no is fine and needs no reason. Nobody is told who said it, and you come first in the next round.

offer-link-yes-title = Work with { $partner }?
offer-link-yes-text = One tap, and you have said yes.
offer-link-no-title = Rather not this time?
offer-link-no-text = That is fine and needs no reason. You come first in the next round.
offer-link-said-yes-title = You said yes
offer-link-said-yes-text = Thank you. Now { $partner } has time until { $day } to answer. As soon as that has happened, you both get a mail that says what comes next. Until then there is nothing to do.
offer-link-running-title = You have said yes to each other
offer-link-running-text = You and { $partner } can begin. Agree on a date for your first meeting; everything you need is on your page.
offer-link-said-no-title = Thank you for telling us
offer-link-said-no-text = You come first in the next round. There is nothing more to do.
offer-link-over-title = This is over
offer-link-over-text = This suggestion cannot be answered any more. If you still look for somebody, your coordinator is glad to hear from you.

offer-you-said-yes = Thank you. You hear from us as soon as everybody has answered.
offer-all-said-yes = You have said yes to each other. Now agree on a date for your first meeting.
offer-you-said-no = Thank you for telling us. You come first in the next round.

decline-title = Rather not this time
decline-question = Say no to this suggestion?
decline-text = That is fine and needs no reason. The other side gets a kind word without your name beside it, and you both come first in the next round.
decline-back = Go back

activated-mail-subject = { $others ->
    [one] You and { $partner } can begin
   *[other] Your group can begin
}
activated-mail-lead = Everybody has said yes: { $partner } and you are now working together in { $programme }.
activated-mail-meeting = What happens next: agree on a date for your first meeting, at the latest { $day }. On your page you can propose three times that suit you both; one tap picks one.
activated-mail-agreement = Bring ten minutes for the agreement to your first meeting: how often, how you reach each other, and what stays between you. A proposal is there already.
activated-mail-button = Open your page
activated-mail-help = If something does not work, your coordinator helps, without a fuss.

not-this-time-mail-subject = About our suggestion in { $programme }
not-this-time-mail-body = Our suggestion with { $partner } does not come about this time. It says nothing about you: people's calendars and plans change. You come first in the next round, and there is nothing for you to do.
unanswered-mail-subject = Our suggestion in { $programme } has ended
unanswered-mail-body = We had not heard from you, so our suggestion with { $partner } has ended. No harm done. If you would like to take part, or to have a rest, a word to your coordinator is enough.

paused-mail-subject = A pause until { $day }
paused-mail-body = Your work with { $partner } in { $programme } pauses until { $day }. It goes on by itself then; until that day you get no reminders and nothing is expected of you.
resumed-mail-subject = You go on
resumed-mail-body = The pause is over: you and { $partner } go on in { $programme }. What happens next: agree on a date.
resumed-mail-button = Find a date

ended-mail-subject = An end, and thank you
ending-mail-subject = Your time with { $partner } ends on { $day }
ending-mail-body = Your time with { $partner } in { $programme } ends on { $day }. You have done much; it is worth a look back before then.
ending-mail-meeting = What happens next: meet once more and talk about what worked, what you take with you, and whether you want to stay in touch. What you wrote stays readable for you afterwards.
ending-mail-button = Find a date
ending-mail-after = Nothing else is needed: it ends by itself on its last day.
taken-back-mail-subject = { $name } no longer takes part in { $programme }
taken-back-mail-body = { $name } has taken back their part in { $programme }. { $count ->
    [one] One relationship or suggestion was touched by it.
   *[other] { $count } relationships and suggestions were touched by it.
}
taken-back-mail-told = Everybody in them has been told in kind words that name no reason, meetings that were planned are taken out of the calendars, and those who are without anybody now come first in the next round.
taken-back-mail-button = Open the programme
ended-mail-body = Your work with { $partner } in { $programme } has come to its end. Thank you for the time that you gave. Meetings that were planned are taken out of your calendars.
ended-mail-first = You come first in the next round.
ended-mail-help = Endings are part of it and nobody's fault. If you want to talk about it, your coordinator is there.
completed-mail-subject = { $others ->
    [one] You and { $partner }: thank you
   *[other] Your group: thank you
}
completed-mail-body = Your time with { $partner } in { $programme } is complete. Thank you for what you gave and for what you made of it.
completed-mail-afterwards = What can come next: { $text }.
one-left-mail-subject = A change in your group
one-left-mail-body = { $name } no longer takes part in your group in { $programme }. The group goes on as planned with { $partner }.

agreement-mail-subject = Your agreement has new words
agreement-mail-body = The agreement between { $partner } and you has been changed. Please read it; when it suits you, one tap says so.
agreement-mail-button = Read the agreement

pause-title = Take a pause
pause-lead = Holidays, a busy season, a child: pauses are normal. Everybody involved is told, nothing is expected meanwhile, and it goes on by itself.
pause-until = Go on again on
pause-until-hint = At most eight weeks from today.
pause-no-date = Please choose a day, as in 2026-11-22.
pause-act = Pause
pause-done = Paused until { $day }. It goes on by itself then.
resume-done = You go on. Now agree on a date.

end-title = End this
end-question = End this without fault?
end-text = No reason is needed. All of you get the same kind words, which do not say who ended it. Planned meetings are cancelled, and you come first in the next round.
end-reason = If you like: why?
end-reason-hint = Only counted for the programme as a whole. Your partner never sees it.
end-reason-none = I would rather not say
end-reason-goal-reached = We have reached what we wanted
end-reason-time = No time at the moment
end-reason-fit = We do not fit well together
end-reason-topic = The topic has changed
end-reason-moved = New job or new place
end-reason-other = Something else
end-act = End it
end-or-pause = Only short of time?
end-done = It has ended, and everybody has been told kindly. You come first in the next round.

relationship-refused-over = This is over already. There is nothing more to do.
relationship-refused-not-running = This has not begun yet. It begins when everybody has said yes.
relationship-refused-not-on-offer = Nobody is asked about this any more.
relationship-refused-offer-over = The time to answer is over. Your coordinator can still help: write a line.
relationship-refused-accepted-already = You have said yes already. If you changed your mind, you can end it on its page.
relationship-refused-declined-already = You have said no already. You come first in the next round.
relationship-refused-paused-already = It is paused already. Go on first, then pause again.
relationship-refused-not-paused = It is not paused, so there is nothing to resume.
relationship-refused-pause-in-the-past = Please choose a day after today.
relationship-refused-pause-too-long = A pause lasts at most eight weeks. For longer, end it without fault: you come first when you are back.
relationship-refused-no-seat = This page is not here.
relationship-refused-full = All your places are taken. Free one first, or raise the number of places in your registration.
relationship-refused-partner-full = Somebody among them has no place left. Look at their places, or choose somebody else.
relationship-refused-too-early = It is not time for that yet.
