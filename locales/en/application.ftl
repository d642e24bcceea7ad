# Who asked to take part, and what is decided.

application-title = Applications
application-empty = Nobody has applied yet
application-empty-text = Invite people or import a list. Whoever registers stands here, with what they wrote for you to see.
application-invite = Invite people
application-import = Import a list
application-states = By state
application-state = State
application-state-applied = Waiting
application-state-approved = Approved
application-state-declined = Declined
application-state-started = Not finished
application-state-withdrawn = Withdrawn
application-state-all = All
application-search = Search
application-role = Part
application-role-any = Any
application-sort = In order of
application-sort-longest = longest wait
application-sort-newest = newest first
application-sort-name = name
application-sort-department = department
application-none-found = Nobody fits
application-none-found-text = Try a part of the name, the address, the department or the job title.
application-show-all = Show everybody who waits
application-none = Nobody is here
application-none-text = Everything is decided. New applications will stand here.
application-tick-all = Tick everybody on this page
application-tick = Tick { $name }
application-who = Who
application-department = Department
application-when = Applied
application-approve-ticked = Approve those ticked
application-decline-ticked = Decline those ticked
application-note = Add a word
application-note-label = A word of your own
application-note-hint = Stands in the mail to everybody you decide on now.
application-shown = { $from } to { $to } of { $total }
application-places = Who is in
application-places-of = { $approved } in, { $waiting } waiting
application-coverage = Are there enough places?
application-undo = Undo
application-undoable-approved = { $count ->
        [one] One person is approved. The mail leaves at { $until }.
       *[other] { $count } people are approved. The mails leave at { $until }.
    }
application-undoable-declined = { $count ->
        [one] One person is declined. The mail leaves at { $until }.
       *[other] { $count } people are declined. The mails leave at { $until }.
    }
application-can-undo = This was decided a moment ago. The mail leaves at { $until }.
application-approved = { $count ->
        [one] One person is approved. The mail leaves at { $until }.
       *[other] { $count } people are approved. The mails leave at { $until }.
    } { $skipped ->
        [0] {""}
        [one] One was decided already.
       *[other] { $skipped } were decided already.
    }
application-declined = { $count ->
        [one] One person is declined. The mail leaves at { $until }.
       *[other] { $count } people are declined. The mails leave at { $until }.
    } { $skipped ->
        [0] {""}
        [one] One was decided already.
       *[other] { $skipped } were decided already.
    }
application-undone = { $count ->
        [one] One application waits again. No mail has left.
       *[other] { $count } applications wait again. No mail has left.
    }
application-undone-already = This decision was taken back already.
application-undo-too-late = The mails have left, so the decision stands. You can still approve people who were declined.
application-choose-outcome = Choose whether to approve or to decline.
application-none-ticked = Tick at least one person, and at most 1000.
application-decided-already = Somebody decided on this a moment ago. Nothing was changed.
application-back = All applications
application-next = Next who waits
application-answers = What they wrote
application-no-answers = No answers that you may see.
application-unseen = { $count ->
        [one] One answer is for other eyes: it is only counted, or only the matching uses it.
       *[other] { $count } answers are for other eyes: they are only counted, or only the matching uses them.
    }
application-decide = Decide
application-approve = Approve
application-decline = Decline
application-person = The person
application-door = Came by
application-door-invitation = an invitation
application-door-open = the shared link
application-door-import = a list
application-door-nomination = a nomination
application-door-coordinator = the coordinator’s hand
application-capacity = Places offered
application-decided = Decided

# The mails.
application-mail-approved-subject = You are in: { $programme }
application-mail-approved-lead = Good news: you have a place in { $programme }. We are glad that you take part.
application-mail-approved-next = You need do nothing now. We write to you when it is clear whom you are matched with.
application-mail-starts = It begins on { $day }.
application-mail-button = See your place
application-mail-declined-subject = About your application to { $programme }
application-mail-declined-lead = Thank you for applying to { $programme }, and for the thought that you put into it. We cannot offer you a place this time.
application-mail-declined-next = This says nothing about you: programmes need a balance of people, and it does not always work out. You are welcome to apply again, and to write back if you would like to talk about it.
