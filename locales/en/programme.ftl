# Programmes: the list, the gallery, making one, its home, opening and closing.
error-date = Please enter a date, as in 2026-11-30.

programmes-title = Programmes
programmes-lead = Everything you run, with what to do next.
programmes-new = New programme
programmes-empty-title = Your first programme is ten minutes away
programmes-empty-text = Choose a form of mentoring from the gallery. It comes with a purpose, roles, a rhythm, matching rules and a registration form, all filled in. You change what does not suit you and open registration.
programmes-empty-button = Open the gallery
programmes-in = { $count ->
        [one] one person in
       *[other] { $count } people in
    }
programmes-waiting = { $count ->
        [one] one waits for you
       *[other] { $count } wait for you
    }
programmes-together = { $count ->
        [one] one relationship
       *[other] { $count } relationships
    }
programmes-others = Other programmes here
programmes-others-note = Their coordinators run them. You see that they exist, and nobody's answers.

programme-name = Name
programme-name-hint = Participants see it in every mail.
programme-state = State
programme-state-draft = Draft
programme-state-open = Registration open
programme-state-running = Running
programme-state-closed = Closed
programme-coordinators = Coordinators
programme-tabs = Parts of the programme
programme-tab-overview = Overview
programme-tab-design = Design
programme-tab-people = People
programme-tab-matching = Matching
programme-tab-relationships = Relationships
programme-phases = Phases
programme-phase-design = Design
programme-phase-sign-up = Sign-up
programme-phase-match = Matching
programme-phase-together = Under way
programme-phase-closed = Closed
programme-save = Save
programme-saved = Saved.
programme-cancel = Cancel
programme-settings = Name and dates
programme-settings-title = Name and dates
programme-dates = Dates
programme-dates-cohort = Everybody starts together. These dates follow from the design; change them as you like.
programme-dates-rolling = People come and go at their own time, so no date is needed. Set one only where there is a real deadline.
programme-opens-on = Registration opens
programme-closes-on = Last day of registration
programme-starts-on = Relationships start
programme-ends-on = They end
programme-closes-before-opens = The last day lies before the first. Choose a later one.
programme-ends-before-starts = The end lies before the start. Choose a later day.
programme-starts-before-opens = This lies before registration opens. Choose a later day.
programme-span-upside-down = The most is less than the least. Make it the same or more.
programme-suggested-name = { $title } { $year }
programme-create-title = Name and dates
programme-create-lead = “{ $title }” becomes a draft that only you see. Nothing is sent to anybody yet.
programme-create = Create the draft
programme-created = { $name } is there as a draft. Open registration when you are ready.
programme-look-at-design = Look over the design

programme-next-mend = Settle what disagrees in the design
programme-next-mend-text = Some settings contradict each other. Registration can open when they agree.
programme-next-mend-button = Look at the design
programme-next-open = Open registration
programme-next-open-text = The design is complete. You get a link and a poster to share; nobody is written to before you invite them.
programme-next-open-button = Open registration
programme-next-invite = Invite people
programme-next-invite-text = Registration is open and nobody has come in yet. Mail invitations, share the link, or bring a list.
programme-next-invite-button = Invite people
programme-next-invite-more = Bring in the people who are missing
programme-next-invite-more-text = Look below where places are short, and invite those who could fill them.
programme-next-invite-more-button = Invite people
programme-next-decide = { $count ->
        [one] One application waits for you
       *[other] { $count } applications wait for you
    }
programme-next-decide-text = Say yes or not this time. People see your answer at once.
programme-next-decide-button = Decide
programme-next-close-registration = Close registration
programme-next-close-registration-text = The last day has passed. After that you can match.
programme-next-close-registration-button = Close registration
programme-next-match = Find the partners
programme-next-match-text = Open a matching round: it proposes who fits whom, with the reasons. Nothing is sent before you publish.
programme-next-match-button = Open a round
programme-next-look = See how they are doing
programme-next-look-text = Relationships are under way. Those that need a hand stand first.
programme-next-look-button = Look at the relationships
programme-next-close = Close the programme
programme-next-close-text = Its time is over. Closing thanks everybody and keeps what was learned.
programme-next-close-button = Close the programme
programme-next-again = Start the next one
programme-next-again-text = This programme is closed. What you learned from it can go into the next.
programme-next-again-button = Open the gallery
programme-when-closes = Registration closes on { $day }
programme-when-starts = Relationships start on { $day }
programme-when-ends = The programme ends on { $day }

programme-share = Share the way in
programme-share-note = Whoever has this link reads what the programme is and can register.
programme-share-link = Registration link
programme-poster = Poster with QR code
programme-invite = Invite by mail
programme-signed-up = Who has signed up
programme-signed-up-note = { $count ->
        [0] nobody waits
        [one] one more waits for your yes
       *[other] { $count } more wait for your yes
    }
programme-started = Begun, not sent
programme-started-note = they can go on where they stopped
programme-activity = What happened lately

programme-opened = Registration is open. Share the link, or invite people by mail.
programme-is-open = Registration is open already.
programme-is-closed = This programme is closed.
programme-is-not-open = Registration is not open.
programme-has-flaws = { $count ->
        [one] One thing in the design contradicts another
       *[other] { $count } things in the design contradict each other
    }. Settle that first; the design page says what.
programme-close-registration = Close registration
programme-close-registration-title = Close registration
programme-close-registration-ask = Close registration now?
programme-close-registration-text = Nobody new can come in by the link. Whoever has sent their answers stays. You can open it again for those who come late.
programme-registration-closed = Registration is closed.
programme-reopen = Open registration again
programme-close = Close the programme
programme-close-title = Close the programme
programme-close-ask = Close { $name }?
programme-close-text = Relationships that still run close with these words and a thank-you by mail. What people wrote stays readable for them. A closed programme does not open again.
programme-closed-now = The programme is closed, and everybody is being thanked.

gallery-title = Choose a form of mentoring
gallery-lead = Each comes with everything filled in. Whatever you choose, every setting can be changed afterwards.
gallery-purpose = Purpose
gallery-tag = Kind
gallery-any = All
gallery-ready = Only those that work from end to end
gallery-shown = { $shown } of { $all } shown
gallery-complete = Works from end to end
gallery-coming = Parts still being built
gallery-effort-light = Light work for you
gallery-effort-moderate = An hour or two a week for you
gallery-effort-high = Real work for you
gallery-empty-title = Nothing fits both filters
gallery-empty-text = Take one of them away.
gallery-empty-button = Show all

fit-title = Which form fits?
fit-lead = Five questions about what you plan. Answer those that you can; every form can be changed afterwards.
fit-purpose = What is it for?
fit-open = Not decided
fit-people = Who takes part?
fit-people-colleagues = People of one organisation
fit-people-segment = One group within it, such as an employee network
fit-people-organisations = People of several organisations
fit-people-members = Members of an association, or alumni
fit-people-anyone = Whoever registers
fit-supply = How many could support those who want it?
fit-supply-enough = About one for each
fit-supply-few = Few: one for several
fit-supply-equals = Nobody stands above; they support each other
fit-lasts = How long should it last?
fit-lasts-once = A meeting or two
fit-lasts-weeks = Up to four months
fit-lasts-half-year = About half a year
fit-lasts-year = Nine months to a year
fit-lasts-open = As long as it takes
fit-channel = How do they meet?
fit-ask = Show what fits
fit-gallery = See all forms
fit-found = { $count ->
    [one] This fits what you plan
   *[other] These fit what you plan
}
fit-best = Fits best
fit-second = Or
fit-line = { $question } { $answer }
fit-differs = Different as it ships; you can change it:
fit-look = Look at it

preset-start = Use this form
preset-coming-title = You can plan with it; not everything works yet
preset-coming-text = The design can be read, changed and exported. Some of what it needs in daily use is still being built.
preset-purpose = What it is for
preset-how = How it works
preset-how-note = What is set now. Everything can be changed.
preset-frame = What people are told
preset-frame-note = Everybody who is invited reads this.
preset-good-for = Good for

poster-scan = Scan, read, register
poster-qr = Code that leads to { $address }
poster-closes = Open until { $day }
poster-download = Download the code

coverage-title = Do the places suffice?
coverage-suffices = For everything that people want, there is a place.
coverage-worst = { $wanted } { $receivers } want “{ $subject }”; { $offered ->
        [0] no { $giver } place offers it
        [one] one { $giver } place offers it
       *[other] { $offered } { $giver } places offer it
    }.
coverage-all = All places together
coverage-shown = { $offered } offered, { $wanted } wanted
coverage-rest = { $count ->
        [one] One more subject
       *[other] { $count } more subjects
    }

activity-cairn = Cairn
activity-somebody = Somebody
activity-programme-created = { $who } made this programme.
activity-programme-changed = { $who } changed its name or dates.
activity-design-changed = { $who } changed the design.
activity-registration-opened = { $who } opened registration.
activity-registration-closed = { $who } closed registration.
activity-programme-closed = { $who } closed the programme.
activity-enrolment-applied = { $person } sent their registration.
activity-enrolment-approved = { $person } is in.
activity-enrolment-declined = { $who } declined an application.
activity-enrolment-withdrawn = { $person } took their registration back.
