# Goals, their steps, and the questions that make a goal stronger.
audience-question = Who can see it?
audience-partners = You and your partner
audience-partners-hint = Nobody else; coordinators see neither goals nor notes.
audience-supervised = You, your partner and the coordinator
audience-supervised-hint = In this programme the coordinator reads along, so that everybody is safe.
audience-only-me = Only you
audience-only-me-hint = Not your partner, not the coordinator, nobody.

goal-list-title = Goals
goal-none-title = No goal yet
goal-none-text = One to three goals are enough. A few words will do to begin; they may change as you talk.
goal-create-title = New goal
goal-create-lead = Only the first line is needed. The questions help to make it a good goal; answer them when you know.
goal-create-act = Write it down
goal-created = Written down. Now or later: a first step that fits into the next two weeks.
goal-title = What do you want to reach?
goal-title-hint = So that you would notice when you got there: "I have led three project meetings" says more than "leadership".
goal-why = Why does it matter to you?
goal-why-hint = It helps when it gets tedious.
goal-due = By when?
goal-due-hint = A date makes it easier to begin.
goal-due-on = by { $day }
goal-no-day = Please give a day, as in 2026-12-24.
goal-first-step = What is the first step?
goal-first-step-hint = Small enough for the next two weeks.
goal-progress = Steps done
goal-steps-done = { $done } of { $of }
goal-steps = Steps
goal-add-step = Another step
goal-add-step-hint = Something that one can tick off.
goal-add-step-act = Add
goal-too-many-steps = A goal has at most { $most } steps. Perhaps it is two goals?
goal-order = Order and remove
goal-step-tick = Done: { $step }
goal-step-untick = Not done yet: { $step }
goal-step-up = Move up: { $step }
goal-step-down = Move down: { $step }
goal-step-remove = Remove: { $step }

goal-ask-title = What would make this goal stronger?
goal-ask-note = None of it is needed. Talk about it at your next meeting.
goal-ask-why = Why does it matter to you?
goal-ask-when = By when do you want to be there?
goal-ask-first-step = What could you do in the next two weeks?
goal-ask-measure = How would you notice that you got there?
goal-ask-answer = Answer

goal-reach = Reached
goal-reached-title = Reached
goal-reached-on = reached on { $day }
goal-reached-banner = You got there.
goal-reached-words = Take a moment to look back at what helped. Whoever helped you will be glad to hear it.
goal-reached-done = Well done! You got there; that is worth a moment at your next meeting.
goal-reopen = Not quite yet
goal-reopened-done = All right: it is open again.
goal-change = Change the words
goal-change-act = Save
goal-changed = Saved.
goal-delete = Take away
goal-deleted = Taken away.
goal-restored = It is back.

goal-card-all = All goals
goal-card-none = No goal yet. A few words are enough to begin.
goal-card-next = Next: { $step }
goal-card-reached = { $count ->
    [one] One goal reached
   *[other] { $count } goals reached
}
