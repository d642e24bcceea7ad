# Hvad der er galt med et regneark, og hvad man gør ved det.

sheet-place-file = Filen
sheet-place-line = Linje { $line }
sheet-place-column = Kolonne { $column } ({ $header })
sheet-place-cell = Linje { $line }, kolonne { $column } ({ $header })
sheet-place-bare-cell = Linje { $line }, kolonne { $column }
sheet-flaw = { $place }: { $what }
sheet-more = { $count ->
        [one] Og én mere af samme slags.
       *[other] Og { $count } mere af samme slags.
    }

sheet-file-too-large = Filen er større end { $megabytes } MB. Del den, eller fjern kolonner, der ikke skal bruges.
sheet-empty = Der står ikke noget i den. Se efter, om det er den rigtige fil eller det rigtige ark.
sheet-no-rows = Der er overskrifter, men ingen personer under dem.
sheet-old-workbook = Det er en gammel eller adgangskodebeskyttet Excel-fil. Åbn den, og gem den som »Excel-projektmappe (.xlsx)« uden adgangskode eller som CSV.
sheet-open-document = Det er et OpenDocument-regneark. Gem det som Excel (.xlsx) eller CSV.
sheet-not-a-sheet = Det er ikke et regneark. Gem tabellen som Excel (.xlsx) eller CSV.
sheet-damaged-workbook = Projektmappen er beskadiget og kan ikke læses ({ $detail }). Åbn den i et regnearksprogram, og gem den igen.
sheet-unpacks-too-large = Projektmappen fylder mere end { $megabytes } MB, når den pakkes ud. Fjern billeder og ark, der ikke skal bruges.
sheet-no-such-sheet = Der er intet ark med navnet »{ $asked }«. Projektmappen har: { $known }.
sheet-mixed-encoding = Her står tegn i en anden tegnkodning end i resten af filen. Gem filen som »CSV UTF-8«.
sheet-control-character = Her står et ulæseligt tegn (U+{ $code }). Slet det, eller gem filen som »CSV UTF-8«.
sheet-unclosed-quote = Her begynder et citationstegn, som aldrig slutter, så resten af filen ville være én celle. Luk det, eller slet det.
sheet-too-many-rows = Der er mere end { $limit } rækker. Del filen.
sheet-too-many-columns = Der er mere end { $limit } kolonner. Fjern dem, der ikke skal bruges.
sheet-cell-too-long = Cellen er længere end { $limit } byte. Måske mangler et citationstegn at blive lukket før den; ellers afkort den.
sheet-extra-cells = Rækken har { $found } celler, og der er { $expected } overskrifter. Sæt citationstegn om en celle, der indeholder skilletegnet.
sheet-formula-error = Formlen her gav en fejl ({ $value }). Ret den, eller skriv værdien.
sheet-missing-column = Der er ingen kolonne med navne eller e-mailadresser. Tilføj en overskrift »navn« eller »email«.
sheet-no-role-column = Designet skal vide, hvem der tager hvilken rolle. Tilføj en overskrift »rolle« med mentor, mentee eller both for hver person.
sheet-duplicate-column = Kolonnen siger det samme som kolonne { $other }. Behold den ene.
sheet-no-heading = Kolonnen har ingen overskrift og læses ikke.
sheet-no-name = Rækken har hverken navn eller e-mailadresse. Udfyld en af dem, eller slet rækken.
sheet-bad-email = »{ $value }« er ikke en e-mailadresse. Skriv den som ann@example.org.
sheet-no-role = Personen skal have en rolle: mentor, mentee eller both.
sheet-unknown-role = »{ $value }« er ikke en rolle. Skriv en af: { $known }.
sheet-not-a-number = »{ $value }« er ikke et helt tal. Skriv det som 3.
sheet-number-out-of-range = »{ $value }« er uden for det mulige. Skriv et tal fra 0 til { $most }.
sheet-minimum-above-capacity = Minimum på { $minimum } er mere end kapaciteten på { $capacity }. Sænk det ene, eller hæv det andet.
sheet-unknown-level = »{ $value }« er ikke et niveau. Skriv et helt tal eller et af: { $known }.
sheet-unknown-zone = »{ $value }« er ikke en tidszone. { $near ->
        [yes] Mente du { $suggestion }?
       *[no] Skriv den som Europe/Copenhagen.
    }
sheet-bad-availability = »{ $value }« er ikke et ugentligt tidspunkt. Skriv det som Mon 09:00-12:00; Wed 13:00-15:00.
sheet-slot-backwards = »{ $value }« slutter, før det begynder. Del en tid, der går hen over midnat.
sheet-too-many-items = Der er mere end { $limit } punkter i listen. Afkort den.
sheet-unknown-person = Ingen i filen er »{ $value }«. { $near ->
        [yes] Mente du »{ $suggestion }«?
       *[no] Skriv et id eller en e-mailadresse, der står i filen, eller slet det.
    }
sheet-outside-manager = Lederen »{ $value }« står ikke i filen, så ledelseslinjen derover er ukendt. { $near ->
        [yes] Mente du »{ $suggestion }«?
       *[no] {""}
    }
sheet-ambiguous-person = »{ $value }« kan være flere personer (linje { $lines }). Skriv e-mailadressen eller id'et i stedet.
sheet-names-itself = Personen nævner sig selv her. Slet det.
sheet-pinned-and-avoided = »{ $value }« er både den aftalte partner og en, der skal undgås. Slet det ene.
sheet-duplicate-id = »{ $value }« står allerede på linje { $other }. Giv hver person sit eget id.
sheet-contradiction = Samme person står på linje { $other } med »{ $there }« og her med »{ $here }«. Ret dem, så de stemmer, eller slet den ene række.
sheet-merged = Samme person som på linje { $other }; de to rækker stemmer og tæller én gang.
sheet-reporting-loop = Personerne på linje { $lines } er hinandens ledere i ring. Ret en af lederne.
