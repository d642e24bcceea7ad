# Møder: tider foreslås, én vælges, i alles kalender, og hvad der blev af det.
meeting-title = Jeres møde
meeting-title-proposed = Tider til et møde med { $partner }
meeting-title-ahead = Møde med { $partner }
meeting-title-cancelled = Mødet er aflyst
meeting-list-title = Møder
meeting-event-title = Møde med { $partner }
meeting-minutes = { $minutes } minutter
meeting-for-other = for { $name } er klokken { $time }
meeting-times = { $count ->
    [one] Én tid at vælge
   *[other] { $count } tider at vælge imellem
}
meeting-back = Gå tilbage

meeting-propose = Foreslå tider
meeting-propose-title = Foreslå tider
meeting-propose-lead = { $partner } vælger en af dem, her eller direkte fra mailen. Så står den i begge kalendere.
meeting-propose-act = Send til { $partner }
meeting-proposed-done = Sendt. { $partner } kan nu vælge en tid med ét tryk.
meeting-slots = Tider, der passer jer begge
meeting-basis-said = Ud fra de timer, du og { $partner } har angivet, uden det, der er optaget. Alle tider er på dit ur.
meeting-basis-usual = Ikke alle har angivet deres timer endnu, eller de mødes aldrig: det her er almindelig arbejdstid, 9 til 16. Alle tider er på dit ur.
meeting-basis-nothing = Din og { $partner }s arbejdstid mødes ikke. Foreslå selv tider: tidligt eller sent, hvad der nu passer begge.
meeting-later-times = Vis senere tider
meeting-own = Dine egne tider
meeting-own-legend = En dag og et klokkeslæt, på dit ur
meeting-own-day = Dag { $number }
meeting-own-hour = Klokkeslæt { $number }
meeting-own-unclear = Angiv både dag og klokkeslæt, som 2026-11-24 og 14:30.
meeting-no-time = Vælg mindst én tid, eller skriv en selv.
meeting-length = Længde
meeting-place = Sted eller link
meeting-place-hint = Et lokale, en café eller adressen på et videomøde.
meeting-agenda = Hvad det handler om
meeting-agenda-hint = En linje er nok. Den står i invitationen, så I begge kan se den.

meeting-pick = Tag denne
meeting-pick-lead = Tag en, så står den i begge kalendere. Alle tider er på dit ur.
meeting-none-suits = Ingen af dem passer mig
meeting-booked-done = Så er det aftalt: { $when }. Invitationen er på vej til begge kalendere.
meeting-booked-before = En anden var hurtigere: det er aftalt til { $when }.
meeting-waiting-title = { $partner } vælger en tid
meeting-waiting-text = Du hører fra os, så snart det er sket. Varer det længe, spørger vi én gang til.
meeting-all-passed = Alle tiderne er passeret. Foreslå nye.
meeting-withdraw = Træk tilbage

meeting-move = Flyt
meeting-move-title = En anden tid
meeting-move-lead = Aftalt nu: { $when }. Den nye tid går straks til { $partner } og ind i begge kalendere.
meeting-move-to = Tider, der passer jer begge
meeting-move-act = Flyt mødet
meeting-moved-done = Flyttet til { $when }. Begge kalendere får den nye tid.
meeting-cancel = Aflys
meeting-cancel-title = Aflys et møde
meeting-cancel-question = Aflys mødet { $when }?
meeting-cancel-text = { $partner } får en mail, og mødet forsvinder fra begge kalendere. Der behøves ingen grund.
meeting-cancel-act = Ja, aflys
meeting-cancel-move = Flyt det hellere
meeting-cancelled-done = Aflyst. Det forsvinder fra begge kalendere. Foreslå en ny dag, når det passer dig.
meeting-withdraw-question = Træk tiderne tilbage?
meeting-withdraw-text = { $partner } kan så ikke længere vælge en af dem. Du kan altid foreslå andre.
meeting-withdrawn-done = Trukket tilbage. Foreslå andre tider, når det passer dig.
meeting-download = Kalenderfil

meeting-log-title = Vi mødtes
meeting-log-day = Den
meeting-log-act = Vi mødtes
meeting-log-no-date = Angiv en dag, som 2026-11-22.
meeting-log-in-the-future = Et møde, der har været, kan ikke ligge i fremtiden. Foreslå tider til det i stedet.
meeting-logged-done = Noteret: I mødtes { $day }.
meeting-held-done = Godt. Det er noteret, at I mødtes.
meeting-missed-done = Det er noteret, at det ikke blev til noget. Det er helt i orden; foreslå en ny dag, når det passer dig.
meeting-untold-done = Trukket tilbage.

meeting-ahead = Forude
meeting-past = Bag jer
meeting-question-title = Blev de holdt?
meeting-feed-link = Alle dine møder i din egen kalender
meeting-state-proposed = ikke valgt endnu
meeting-state-booked = aftalt
meeting-state-open = holdt?
meeting-state-held = holdt
meeting-state-missed = blev ikke holdt
meeting-state-cancelled = aflyst

meeting-next-pick = Vælg en tid at møde { $partner }
meeting-next-ahead = Du møder { $partner }
meeting-next-question = Mødtes I { $when }?
meeting-next-wait = { $partner } vælger en tid
meeting-next-first = Find en dag til jeres første møde
meeting-next-propose = Find en dag til næste møde
meeting-next-propose-text = Du foreslår tider, der passer begge, { $partner } vælger en med ét tryk.
meeting-next-look = Se på det
meeting-next-open = Åbn mødet

meeting-card-all = Alle møder
meeting-card-none = I har ikke mødtes endnu.
meeting-card-held = { $count ->
    [one] I har mødtes én gang, { $day }.
   *[other] I har mødtes { $count } gange, sidst { $day }.
}
meeting-card-met-today = Vi mødtes i dag

meeting-refused-picked-already = Der er allerede valgt en tid.
meeting-refused-called-off = Det her er aflyst. Foreslå nye tider.
meeting-refused-no-such-slot = Vælg en af tiderne.
meeting-refused-slot-over = Tiden er passeret. Vælg en senere, eller foreslå andre.
meeting-refused-in-the-past = Vælg en tid i fremtiden.
meeting-refused-begun = Det er allerede begyndt og kan hverken flyttes eller aflyses. Du kan sige, at det ikke blev holdt.
meeting-refused-not-begun = Det er ikke begyndt endnu. Bagefter kan du sige, om det blev holdt.
meeting-refused-not-booked = Der er ikke aftalt en tid endnu.
meeting-refused-nothing-said = Der er ikke sagt noget om mødet, som kan trækkes tilbage.

# Mails.
meeting-proposed-subject = { $count ->
    [one] Hvornår kan vi mødes? En tid fra { $by }
   *[other] Hvornår kan vi mødes? { $count } tider fra { $by }
}
meeting-proposed-body = { $by } vil gerne møde dig i { $minutes } minutter. Tag den tid, der passer dig; så står den i begge kalendere.
meeting-still-open-subject = Stadig åbent: hvornår kan du møde { $by }?
meeting-still-open-body = { $by } har foreslået tider til et møde på { $minutes } minutter. Ét tryk på den, der passer dig, er nok.
meeting-mail-none-suits = Passer ingen af dem? På siden bag hver knap kan du foreslå andre.
meeting-booked-subject = Aftalt: { $when }
meeting-booked-body = Du og { $partner } mødes { $when }, i { $minutes } minutter.
meeting-moved-subject = Ny tid: { $when }
meeting-moved-body = Dit møde med { $partner } har fået en ny tid: { $when }, { $minutes } minutter.
meeting-mail-in-calendar = Invitationen i denne mail lægger det i din kalender. Passer tiden alligevel ikke, så flyt det på mødets side; begge kalendere følger med.
meeting-cancelled-subject = Aflyst: { $when }
meeting-cancelled-body = Dit møde med { $partner } { $when } bliver ikke til noget.
meeting-mail-out-of-calendar = Denne mail tager det ud af din kalender.
meeting-reminder-subject = Snart: dit møde med { $partner }
meeting-reminder-body = En kort påmindelse: du møder { $partner } { $when }, i { $minutes } minutter.
meeting-question-subject = Mødtes du og { $partner }?
meeting-question-body = Der var aftalt et møde { $day }. Ét tryk, så er det noteret.
meeting-mail-no-need = Du behøver ikke svare. Det hjælper jer to med at se, hvordan det går; ingen andre ser mere end datoen.
meeting-mail-place = Hvor: { $text }
meeting-mail-agenda = Om: { $text }
meeting-mail-open = Åbn mødet
meeting-mail-propose = Foreslå tider
meeting-mail-met = Ja, vi mødtes
meeting-mail-not-met = Det blev ikke til noget

meeting-link-title = Hvornår møder du { $partner }?
meeting-link-booked-title = Du møder { $partner }
meeting-link-booked-text = Det er aftalt. Invitationen ligger i din mail og i begge kalendere.
meeting-link-over-title = Tiderne er væk
meeting-link-over-text = De er passeret eller trukket tilbage. Foreslå andre.
meeting-met-link-yes-title = Mødte du { $partner }?
meeting-met-link-no-title = Mødte du ikke { $partner }?
meeting-met-link-held-title = Det er noteret, at I mødtes
meeting-met-link-missed-title = Det er noteret, at det ikke blev til noget
meeting-met-link-off-title = Mødet er aflyst
meeting-met-link-thanks = Tak. Der er ikke mere at gøre.
meeting-met-link-home = Åbn din side

# Ens egen kalender.
calendar-title = Dine møder i din kalender
calendar-name = Mentoring
calendar-lead = De fleste kalendere kan abonnere på en adresse. Hvert møde, du aftaler, flytter eller aflyser, følger så med af sig selv.
calendar-none-title = Ingen adresse endnu
calendar-none-text = Den er hemmelig: den, der har den, ser, hvornår og hvem du møder. Du kan altid lukke den.
calendar-make = Lav min adresse
calendar-address = Din hemmelige adresse
calendar-once = Kopiér den nu: af hensyn til din sikkerhed vises den kun denne ene gang. Du kan altid lave en ny, og så lukkes denne.
calendar-how = Sådan abonnerer du
calendar-how-google = Google Kalender: Andre kalendere, Fra webadresse.
calendar-how-outlook = Outlook: Tilføj kalender, Abonner fra internettet.
calendar-how-apple = Apple Kalender: Arkiv, Nyt kalenderabonnement.
calendar-since = Du har haft en hemmelig adresse siden { $day }.
calendar-renew = Lav en ny, og luk den gamle
calendar-end = Luk den
calendar-ended = Lukket. Kalendere, der abonnerede, får ikke mere.
