# Screening and consent: what has to hold before somebody may have contact.

clearances-title = Screening and consent
clearances-lead = Nobody is matched, and nobody writes or meets here, without what this design asks for. It is looked at again at every contact: what ends today ends contact today.
clearances-none-title = This design asks for neither
clearances-none-text = Where minors take part, choose screening and a guardian’s consent under «Design», «Care».
clearances-nobody-title = Nobody yet
clearances-nobody-text = As soon as people sign up whose role needs a check or a consent, they stand here.
clearances-invite = Invite people
clearances-back = Back to the programme
clearances-open = { $count ->
        [one] One thing is missing or over
       *[other] { $count } things are missing or over
    }
clearances-open-text = Until they are recorded, these people are not matched, and contact rests.
clearances-home = { $count ->
        [one] One person has no valid check or consent, or theirs ends soon.
       *[other] { $count } people have no valid check or consent, or theirs ends soon.
    }
clearances-home-go = Screening and consent
clearance-person = Person
clearance-what = What is needed
clearance-standing = How it stands
clearance-by = From whom
clearance-do = What you can do
clearance-look = Look
clearance-record = Record
clearance-screening = Screening
clearance-consent = Guardian’s consent
clearance-standing-missing = Missing
clearance-standing-over = Over since { $day }
clearance-standing-soon = Ends { $day }
clearance-standing-holds = Valid until { $day }
clearance-standing-given = Given
clearance-title-screening = Screening of { $name }
clearance-title-consent = A guardian’s consent for { $name }
clearance-lead-screening = Write down that you have seen the result, not what stands in it.
clearance-lead-consent = Write down that a guardian has signed. The signed paper stays with you.
clearance-given-on = On which day?
clearance-office = Who checked?
clearance-office-hint = The office, and a number if there is one. Only coordinators of this programme see it.
clearance-guardian = Which guardian?
clearance-guardian-hint = Their name, and how to reach them. Only coordinators of this programme see it.
clearance-until = Valid until
clearance-until-hint = Through this day. Filled in as the design says; take an earlier day where the paper does.
clearance-until-consent-hint = Leave it empty where the consent holds until it is taken back.
clearance-error-future = This day has not come yet.
clearance-error-order = The last day cannot be before the first.
clearance-act = Write it down
clearance-before = Recorded so far
clearance-from-until = { $from } to { $until }
clearance-from = Since { $from }
clearance-withdraw = Take back
clearance-recorded = Written down. Contact is possible from now on, where nothing else is missing.
clearance-withdrawn = Taken back. Contact rests from now on.
clearance-restored = It holds again.
clearance-no-contact = Contact rests here, because something that the programme needs from one of you does not hold today. The coordinator can mend that, and nothing is lost meanwhile.
clearance-rests-title = Contact rests for now
clearance-rests-text = Something that the programme needs from one of you does not hold today. The coordinator knows, and it goes on as soon as that is mended. You can still read everything, and report a concern.
clearance-mail-screening-subject-own = Your screening for { $programme } ends on { $day }
clearance-mail-screening-body-own = Please have it renewed and show the result to your coordinator. After { $day } your meetings and messages in { $programme } rest until the new one is there.
clearance-mail-screening-subject-coordinator = The screening of { $name } ends on { $day }
clearance-mail-screening-body-coordinator = In { $programme }. They have been asked to renew it. Write the new one down as soon as you have seen it; without it contact rests from the day after.
clearance-mail-consent-subject-own = A guardian’s consent for { $programme } ends on { $day }
clearance-mail-consent-body-own = Please ask your guardian to renew it. After { $day } your meetings and messages in { $programme } rest until the new one is there.
clearance-mail-consent-subject-coordinator = A guardian’s consent for { $name } ends on { $day }
clearance-mail-consent-body-coordinator = In { $programme }. They have been asked to renew it. Write the new one down as soon as you have it; without it contact rests from the day after.
clearance-mail-button = Screening and consent
