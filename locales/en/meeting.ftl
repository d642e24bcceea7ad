# Meetings: times proposed, one picked, in everybody's calendar, and what became of it.
meeting-title = Your meeting
meeting-title-proposed = Times for a meeting with { $partner }
meeting-title-ahead = Meeting with { $partner }
meeting-title-cancelled = This meeting was called off
meeting-list-title = Meetings
meeting-event-title = Meeting with { $partner }
meeting-minutes = { $minutes } minutes
meeting-for-other = for { $name } it is { $time }
meeting-times = { $count ->
    [one] One time to pick
   *[other] { $count } times to pick from
}
meeting-back = Go back

meeting-propose = Propose times
meeting-propose-title = Propose times
meeting-propose-lead = { $partner } picks one of them, here or straight from the mail. Then it is in both calendars.
meeting-propose-act = Send to { $partner }
meeting-proposed-done = Sent. { $partner } can now pick a time with one tap.
meeting-slots = Times that suit both of you
meeting-basis-said = From the hours that you and { $partner } have given, without what is taken already. All times are on your clock.
meeting-basis-usual = Not everybody has given their hours yet, or they never meet: these are usual working hours, 9 to 16. All times are on your clock.
meeting-basis-nothing = Your working hours and those of { $partner } do not meet. Propose times of your own: early or late, whatever works for both.
meeting-later-times = Show later times
meeting-own = Times of your own
meeting-own-legend = A day and a time, on your clock
meeting-own-day = Day { $number }
meeting-own-hour = Time { $number }
meeting-own-unclear = Please give both the day and the time, as in 2026-11-24 and 14:30.
meeting-no-time = Please choose at least one time, or type one of your own.
meeting-length = Length
meeting-place = Place or link
meeting-place-hint = A room, a café, or the address of a video call.
meeting-agenda = What it is about
meeting-agenda-hint = A line is enough. It stands in the invitation, so both of you can see it.

meeting-pick = Take this one
meeting-pick-lead = Take one, and it is in both calendars. All times are on your clock.
meeting-none-suits = None of these suits me
meeting-booked-done = It is a date: { $when }. The invitation is on its way to both calendars.
meeting-booked-before = Somebody was quicker: it is agreed for { $when }.
meeting-waiting-title = { $partner } picks a time
meeting-waiting-text = You hear as soon as that has happened. If it takes long, we ask once more.
meeting-all-passed = All of these times have passed. Propose new ones.
meeting-withdraw = Take back

meeting-move = Move
meeting-move-title = Another time
meeting-move-lead = Now agreed: { $when }. The new time goes to { $partner } and into both calendars at once.
meeting-move-to = Times that suit both of you
meeting-move-act = Move the meeting
meeting-moved-done = Moved to { $when }. Both calendars get the new time.
meeting-cancel = Call off
meeting-cancel-title = Call off a meeting
meeting-cancel-question = Call off the meeting on { $when }?
meeting-cancel-text = { $partner } gets a mail, and it leaves both calendars. No reason is needed.
meeting-cancel-act = Yes, call it off
meeting-cancel-move = Rather move it
meeting-cancelled-done = Called off. It leaves both calendars. Propose a new date when it suits you.
meeting-withdraw-question = Take these times back?
meeting-withdraw-text = { $partner } can then no longer pick one of them. You can propose others at any time.
meeting-withdrawn-done = Taken back. Propose other times when it suits you.
meeting-download = Calendar file

meeting-log-title = We met
meeting-log-day = On
meeting-log-act = We met
meeting-log-no-date = Please give a day, as in 2026-11-22.
meeting-log-in-the-future = A meeting that has been cannot lie in the future. Propose times for it instead.
meeting-logged-done = Written down: you met on { $day }.
meeting-held-done = Good. Written down that you met.
meeting-missed-done = Written down that it did not happen. That is all right; propose a new date when it suits you.
meeting-untold-done = Taken back.

meeting-ahead = Coming up
meeting-past = Behind you
meeting-question-title = Did these take place?
meeting-feed-link = All your meetings in your own calendar
meeting-state-proposed = not picked yet
meeting-state-booked = agreed
meeting-state-open = took place?
meeting-state-held = took place
meeting-state-missed = did not take place
meeting-state-cancelled = called off

meeting-next-pick = Pick a time to meet { $partner }
meeting-next-ahead = You meet { $partner }
meeting-next-question = Did you meet on { $when }?
meeting-next-wait = { $partner } picks a time
meeting-next-first = Find a date for your first meeting
meeting-next-propose = Find a date for the next meeting
meeting-next-propose-text = You propose times that suit both, { $partner } picks one with one tap.
meeting-next-look = Look at it
meeting-next-open = Open the meeting

meeting-card-all = All meetings
meeting-card-none = You have not met yet.
meeting-card-held = { $count ->
    [one] You have met once, on { $day }.
   *[other] You have met { $count } times, last on { $day }.
}
meeting-card-met-today = We met today

meeting-refused-picked-already = A time was picked already.
meeting-refused-called-off = This was called off. Propose new times.
meeting-refused-no-such-slot = Please choose one of the times.
meeting-refused-slot-over = This time has passed. Choose a later one, or propose others.
meeting-refused-in-the-past = Please choose a time in the future.
meeting-refused-begun = It has begun already, so it can be neither moved nor called off. You can say that it did not take place.
meeting-refused-not-begun = It has not begun yet. Afterwards you can say whether it took place.
meeting-refused-not-booked = No time is agreed yet.
meeting-refused-nothing-said = Nothing was said about this meeting that could be taken back.

# Mails.
meeting-proposed-subject = { $count ->
    [one] When can we meet? A time from { $by }
   *[other] When can we meet? { $count } times from { $by }
}
meeting-proposed-body = { $by } would like to meet you for { $minutes } minutes. Take the time that suits you; it is in both calendars then.
meeting-still-open-subject = Still open: when can you meet { $by }?
meeting-still-open-body = { $by } has proposed times for a meeting of { $minutes } minutes. One tap on the one that suits you is enough.
meeting-mail-none-suits = None of them suits you? On the page behind each button you can propose others.
meeting-booked-subject = Agreed: { $when }
meeting-booked-body = You and { $partner } meet on { $when }, for { $minutes } minutes.
meeting-moved-subject = New time: { $when }
meeting-moved-body = Your meeting with { $partner } has a new time: { $when }, { $minutes } minutes.
meeting-mail-in-calendar = The invitation in this mail puts it into your calendar. If the time does not suit you after all, move it on its page; both calendars follow.
meeting-cancelled-subject = Called off: { $when }
meeting-cancelled-body = Your meeting with { $partner } on { $when } does not take place.
meeting-mail-out-of-calendar = This mail takes it out of your calendar.
meeting-reminder-subject = Soon: your meeting with { $partner }
meeting-reminder-body = A short reminder: you meet { $partner } on { $when }, for { $minutes } minutes.
meeting-question-subject = Did you and { $partner } meet?
meeting-question-body = A meeting was agreed for { $day }. One tap, and it is written down.
meeting-mail-no-need = You need not answer. It helps the two of you to see how you are getting on; nobody else sees more than the date.
meeting-mail-place = Where: { $text }
meeting-mail-agenda = About: { $text }
meeting-mail-open = Open the meeting
meeting-mail-propose = Propose times
meeting-mail-met = Yes, we met
meeting-mail-not-met = It did not happen

meeting-link-title = When do you meet { $partner }?
meeting-link-booked-title = You meet { $partner }
meeting-link-booked-text = It is agreed. The invitation is in your mail, and in both calendars.
meeting-link-over-title = These times are gone
meeting-link-over-text = They have passed or were taken back. Propose others.
meeting-met-link-yes-title = You met { $partner }?
meeting-met-link-no-title = You did not meet { $partner }?
meeting-met-link-held-title = Written down that you met
meeting-met-link-missed-title = Written down that it did not happen
meeting-met-link-off-title = This meeting was called off
meeting-met-link-thanks = Thank you. There is nothing more to do.
meeting-met-link-home = Open your page

# One's own calendar.
calendar-title = Your meetings in your calendar
calendar-name = Mentoring
calendar-lead = Most calendars can subscribe to an address. Every meeting that you agree on, move or call off then follows by itself.
calendar-none-title = No address yet
calendar-none-text = It is secret: whoever has it sees when and whom you meet. You can end it at any time.
calendar-make = Make my address
calendar-address = Your secret address
calendar-once = Copy it now: for your safety it is shown only this once. A new one can be made at any time and ends this one.
calendar-how = How to subscribe
calendar-how-google = Google Calendar: Other calendars, From URL.
calendar-how-outlook = Outlook: Add calendar, Subscribe from web.
calendar-how-apple = Apple Calendar: File, New Calendar Subscription.
calendar-since = You have a secret address since { $day }.
calendar-renew = Make a new one, end the old one
calendar-end = End it
calendar-ended = Ended. Calendars that subscribed get nothing more.
