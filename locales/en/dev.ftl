dev-outbox-title = Outgoing mail
dev-outbox-lead = In the demo, mail is read here instead of being sent.
dev-outbox-empty = No mail yet.
dev-outbox-withdrawn = withdrawn before it left
dev-outbox-to = To { $to }
dev-outbox-calendar = Calendar file
dev-outbox-back = All mail
dev-sign-in-title = Who do you want to be?
dev-sign-in-lead = The demo lets you play every part. Use private windows to play two at once.
dev-sign-in-as = Go on as { $name }.
dev-part-administrator = Administrator
dev-part-coordinator = Programme manager
dev-part-mentor = Mentor
dev-part-mentee = Mentee
dev-travel-too-far = Please travel at most two years forward.
dev-travelled = The clock was moved { $days ->
    [one] one day
   *[other] { $days } days
} forward.
