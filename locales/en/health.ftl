# How relationships are doing, for coordinators: counts and dates, never content.
health-title = Relationships
health-lead = How each is doing, what needs you first. You see counts, dates and check-ins; what people write to each other stays with them.
health-by = By how they are doing
health-all = All
health-unhappy = Needs you
health-unhappy-why = Somebody said that it does not go well, or would like help.
health-stuck = Stuck
health-stuck-why = No meeting for a long time, and none is fixed.
health-quiet = Quiet
health-quiet-why = No meeting for a while, and none is fixed.
health-offered = Not answered
health-offered-why = Somebody has not answered the offer yet.
health-paused = Paused
health-paused-why = It goes on by itself.
health-on-track = On track
health-on-track-why = They meet, or a date is fixed.
health-ended = Ended
health-ended-why = It is over.
health-search = Name
health-sort = Sort by
health-sort-health = What needs you first
health-sort-last-meeting = Longest without a meeting
health-sort-ending = Ends soonest
health-sort-newest = Newest
health-sort-score = Best score
health-shown = { $from } to { $to } of { $of }
health-people = People
health-doing = How it goes
health-met = Meetings
health-last = Last meeting
health-coming = Next meeting
health-score = Score
health-agreed = Agreement
health-goals = Goals
health-goals-reached = { $reached } of { $number } reached
health-do = What you can do
health-write = Write
health-none-title = No relationships yet
health-none-text = They appear here as soon as a matching round is published, or somebody is brought together by hand.
health-not-found-title = Nothing fits
health-not-found-text = No relationship fits this name and filter.
health-show-all = Show all
health-no-content = You see that they meet, not what they talk about. Messages, notes, goals and the words of their agreement are theirs alone.
health-check-ins = Check-ins
health-no-check-ins = Nobody has been asked yet. The first question comes on the day that the design says.
health-not-answered = not answered yet
health-wants-help = Would like help
health-why-matched = Why they were matched
health-reply-pending = not answered
health-reply-accepted = said yes
health-reply-declined = said no
health-close = End it for them
health-close-title = End this relationship
health-close-question = End this for its people?
health-close-text = Talk to them first. All get the same kind words, planned meetings are cancelled, and they come first in the next round. This cannot be taken back; you can bring them together again.
health-closed = It has ended, and its people have been told kindly.

message-title = Write to them
message-to = A mail to { $people }, each on their own, in your name.
message-subject = Subject
message-text = Text
message-text-hint = A proposal; change it as you like. An empty line starts a new paragraph.
message-look = Look at it
message-send = Send it
message-sent = { $number ->
    [one] Sent to one person.
   *[other] Sent to { $number } people.
}
message-nobody = There is nobody left to write to: it is over.
message-unhappy-subject = Shall we talk for ten minutes?
message-unhappy-text = I would like to hear how it is going for you in { $programme }. Everything you tell me stays with me.

    Reply with a time that suits you, or just call.
message-stuck-subject = Can I help to find a date?
message-stuck-text = You have not met for a while in { $programme }. That happens: calendars are full.

    What would help: a shorter meeting, a pause, or a different partner? One line is enough, and any answer is fine.
message-quiet-subject = Your next date
message-quiet-text = A small nudge from { $programme }: no date is fixed at the moment. On your page you can propose three times with two taps.
message-offered-subject = Your answer is still open
message-offered-text = In { $programme } a suggestion waits for your answer. A no is as welcome as a yes; it just helps to know.
message-paused-subject = How is your pause?
message-paused-text = I hope that the pause in { $programme } does you good. Nothing is expected of you; if something has changed, tell me.
message-on-track-subject = Thank you
message-on-track-text = I see that you meet regularly in { $programme }. Thank you for that; it is noticed.
message-ended-subject = Thank you
message-ended-text = Thank you for the time that you gave in { $programme }.
