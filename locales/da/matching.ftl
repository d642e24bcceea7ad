# En matchningsrunde i ord: betingelser, begrundelser og dem, der ikke fik en partner.

matching-list = { $first } og { $last }
matching-quoted = »{ $rule }«
matching-part = { $rule }: { $points } af { $of }
matching-pinned = aftalt på forhånd
matching-breaks = bryder »{ $rule }«, som aftalt

matching-rule-same-organisation = samme organisation
matching-rule-different-organisation = forskellige organisationer
matching-rule-not-competitors = organisationerne konkurrerer ikke
matching-rule-in-reporting-line = den ene leder den anden
matching-rule-direct-manager = den ene er den andens nærmeste leder
matching-rule-not-in-reporting-line = ingen af dem leder den anden, hverken direkte eller gennem andre
matching-rule-not-direct-manager = ingen af dem er den andens nærmeste leder
matching-rule-not-same-manager = forskellige ledere
matching-rule-same = samme { $fact }
matching-rule-different = forskellig { $fact }
matching-rule-different-among = forskellig { $fact } blandt dem der leder sammen
matching-rule-shares = noget fælles i { $fact }
matching-rule-shares-none = intet fælles i { $fact }
matching-rule-level-above = { $role } er { $least } til { $most } niveauer over { $other }
matching-rule-level-within = højst { $most } niveauer fra hinanden
matching-rule-ahead = { $role } er { $least } til { $most } foran i { $fact }
matching-rule-covers = det ønskede tilbydes
matching-rule-exchange = hver tilbyder, hvad den anden ønsker
matching-rule-complements = den enes styrker møder den andens huller i { $fact }
matching-rule-common-language = et fælles sprog
matching-rule-working-hours-overlap = arbejdsdagene overlapper med { $least ->
        [one] en time
       *[other] { $least } timer
    }
matching-rule-common-slot = et fælles ledigt tidspunkt i ugen
matching-rule-never-paired-before = ikke partnere før
matching-rule-not-met-before = ikke mødt før
matching-rule-similar = lignende { $fact }
matching-rule-diverse = forskellig { $fact }
matching-rule-prefers = den ene bad om den anden
matching-rule-not-avoided = intet privat ønske imod det
matching-rule-no-loop = støtten går aldrig i ring

matching-fact-organisation = organisation
matching-fact-department = afdeling
matching-fact-site = sted
matching-fact-job-title = stilling
matching-fact-level = niveau
matching-fact-manager = leder
matching-fact-groups = grupper
matching-fact-time-zone = tidszone
matching-fact-languages = sprog
matching-fact-availability = ledige tider
matching-fact-wants = ønskede emner
matching-fact-offers = tilbudte emner
matching-fact-prefer = ønskede partnere
matching-fact-avoid = personer at undgå
matching-fact-past = tidligere partnere

matching-why-offers = { $partner } kan hjælpe med { $shared }, som du gerne vil arbejde med.
matching-why-wants = { $partner } vil gerne arbejde med { $shared }, som du kan hjælpe med.
matching-why-shared = Det har I til fælles: { $shared }.
matching-why-language = I taler begge { $shared }.
matching-why-same = Det deler I: { $shared }.
matching-why-different = I ser tingene fra hver sin side: forskellig { $shared }.
matching-why-same-site = I arbejder begge i { $shared }.
matching-why-same-department = I arbejder begge i { $shared }.
matching-why-same-organisation = I hører begge til i { $shared }.
matching-why-different-department = I arbejder i forskellige afdelinger og ser derfor tingene fra hver sin side.
matching-why-different-site = I arbejder forskellige steder og ser derfor tingene fra hver sin side.
matching-why-different-organisation = I kommer fra forskellige organisationer og ser derfor tingene fra hver sin side.
matching-why-asked-for = Du bad om { $partner }.
matching-why-hours = Jeres arbejdsdage overlapper godt.
matching-why-slot = I har begge tid på de samme timer i ugen.
matching-why-complements = Det, den ene er god til, vil den anden gerne blive bedre til.
matching-why-pinned = I to er sat sammen af programmets koordinator.
matching-why-rules = I passer sammen efter programmets regler, og sådan får alle tilsammen de bedste partnere.

matching-alone-rules = { $count ->
        [one] Reglen { $rules } udelukker alle { $others }.
       *[other] Reglerne { $rules } udelukker tilsammen alle { $others }.
    }
matching-alone-crowd = { $possible ->
        [0] Der er ingen { $others } med en plads.
       *[other] { $possible } { $others } er mulige, og alle deres pladser er taget af par, der passer bedre.
    }
matching-alone-spare = { $possible ->
        [0] Der er ingen { $others } at hjælpe.
       *[other] { $possible } { $others } ville være mulige og har allerede en partner.
    }
matching-alone-unexplained = Ikke undersøgt: der er for mange uden partner til at forklare alle. Match dem igen i en fil for sig med de mentorer, der har pladser tilbage.
matching-alone-no-place = Tilbyder ingen plads (kapacitet 0).
matching-barred-level-between = Rollen er for niveau { $from } til { $to }.
matching-barred-level-from = Rollen er for niveau { $from } og derover.
matching-barred-level-to = Rollen er for niveauer til og med { $to }.
matching-barred-answer = Et svar passer ikke til det, rollen kræver.
matching-change-lift = Uden { $rules } for denne person ville { $partner } være partneren.
matching-change-lift-opens = { $opens ->
        [one] Uden { $rules } for denne person bliver én partner mulig.
       *[other] Uden { $rules } for denne person bliver { $opens } partnere mulige.
    }
matching-change-place = Én plads mere hos { $partner }.
matching-change-reserve = Ingen nødvendig: i reserve, hvis nogen går eller kommer til.
matching-change-place-own = Hæv kapaciteten.
matching-change-role = Ret rollens betingelse eller det, der vides om personen.
matching-change-recruit = Find én { $role } mere, der passer.

matching-unusable-missing = der vides intet om { $fact } (ingen kolonne »{ $column }«, eller den er tom)
matching-unusable-not-yet = den kan ikke vejes i denne slags runde endnu
matching-unusable-too-many = en runde har højst 64 betingelser

matching-refused-nothing = I »{ $title }« vælger folk hinanden eller sættes sammen i hånden, så der er intet at matche. Vælg et andet design.
matching-refused-not-yet = »{ $title }« beder om { $kind }, som denne version ikke kan løse fra et regneark endnu. Intet blev skrevet.
matching-refused-nobody = Ingen har rollen { $role }. Udfyld kolonnen »role«.
matching-refused-pin-roles = { $person } og { $partner } skal være partnere, men den ene skal være { $giver } og den anden { $receiver }. Ret rollerne, eller slet aftalen.
matching-refused-pin-often = { $person } har { $pinned } aftalte partnere og plads til { $most }. Hæv kapaciteten, eller slet en aftale.
matching-kind-assignment = en tildeling
matching-kind-pool = par i én gruppe
matching-kind-groups = grupper
matching-kind-stable = en matchning efter ranglister
matching-kind-booking = bookinger af ledige tider
matching-kind-rounds = runder af korte møder
matching-kind-supervision = mentorer for mentorer uden ringe
matching-kind-nothing = ingenting
