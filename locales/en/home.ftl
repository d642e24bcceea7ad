# The participant's start page and the home of a relationship: what happens next, and when.
state-offered = Offered
state-active = Running
state-paused = Paused
state-closed = Ended

home-title = You and { $partner }
home-with = Who is with you
home-clock = It is { $time } there now
home-has-not-answered = Has not answered yet
home-facts = In short
home-your-part = Your part
home-since = Since
home-ends-on = Until
home-met = Meetings so far
home-met-times = { $number ->
    [0] none yet
    [one] one
   *[other] { $number }
}
home-happened = What happened so far
home-agreement-waits = How often you meet, how you reach each other, what stays between you: a proposal is there. Two minutes.
home-agreement-read = Read and agree
home-agreement-yours = You have agreed.
home-check-in-title = How is it going?
home-check-in-text = One tap, ten seconds. It tells the coordinator whether you need anything.
home-check-in-answer = Answer
home-if-not = If it does not work out
home-if-not-text = Nobody has to put up with anything. All of this is normal and takes a moment.
home-ask-help = Ask for help
home-to-start = Go to the start page

next-until = By { $day }
next-at-latest = { $day } at the latest
next-about = About { $day }
next-on = On { $day }
next-now = Now
next-soon = Whenever it suits you
next-answer-title = Would you like to work with { $partner }?
next-answer-text = It begins when everybody has said yes. Saying no is fine and needs no reason.
next-answer-do = Look and answer
next-wait-title = We wait for { $partner }
next-wait-text = You have said yes. As soon as everybody has answered you get a mail that says what comes next.
next-pick-title = Pick a time with { $partner }
next-pick-text = Times that suit both of your calendars have been proposed. One tap picks one.
next-pick-button = See the times
next-pick-do = Pick a time
next-log-title = Did you meet { $partner }?
next-log-text = One tap says yes, and nothing else is asked.
next-log-button = Say so
next-log-do = Say so
next-meet-title = You meet { $partner }
next-meet-text = It is in your calendars.
next-picking-title = { $partner } picks a time
next-picking-text = You have proposed times. As soon as one is picked it is in your calendars.
next-first-date-title = Find a date for your first meeting
next-first-date-text = Propose three times that suit you both; { $partner } picks one with one tap.
next-first-date-button = Propose times
next-first-date-do = Propose times
next-next-date-title = Find your next date
next-next-date-text = Propose three times that suit you both; { $partner } picks one with one tap.
next-next-date-do = Propose times
next-resume-title = You have a pause
next-resume-text = It goes on by itself. Until then nothing is expected of you.
next-resume-button = Go on now
next-completed-title = You have come to the end. Thank you!
next-completed-text = What you wrote here stays readable for you.
next-over-title = This has ended
next-over-text = You come first in the next round. What you wrote here stays readable for you.
next-left-title = You have left this group
next-left-text = You come first in the next round.

timeline-relationship-offered = You were introduced
timeline-relationship-activated = Everybody said yes
timeline-relationship-paused = A pause began
timeline-relationship-resumed = It went on
timeline-relationship-closed = It ended
timeline-agreement-agreed = You agreed on how to work together
timeline-agreement-changed = The agreement got new words
timeline-meeting-booked = A meeting was fixed
timeline-meeting-held = You met

start-title = Hello { $name }
start-tasks = { $number ->
    [one] One thing waits for you
   *[other] { $number } things wait for you
}
start-relationships = Your mentoring
start-ended = Ended lately
start-parts = Your programmes
start-part-open = Your answers
part-started = registration begun, not finished
part-applied = registered; the coordinator looks at it
part-approved = { $number ->
    [0] taking part; you hear from us when there is somebody for you
    [one] taking part in one relationship
   *[other] taking part in { $number } relationships
}
part-declined = not this time
start-no-relationship-title = Nobody yet, and that is normal
start-no-relationship-text = When there is somebody for you, you get a mail with who it is and why. You answer with one tap. There is nothing to do until then.
start-empty-title = Nothing here yet
start-empty-text = You take part in no programme at the moment. When somebody invites you, a mail brings you here.
start-running = What you run
start-monday-title = This week
start-monday-text = At most seven things that are worth your time, each with its reason.
start-monday-open = Open the list
start-programmes-title = Programmes
start-programmes-text = People, matching, relationships and reports.
start-programmes-open = Open
task-check-in-title = How is it going with { $partner }?
task-check-in-text = One tap, ten seconds.
task-check-in-do = Answer
task-agreement-title = Agree on how you work with { $partner }
task-agreement-text = A proposal is there: read, change, agree.
task-agreement-do = Read it
