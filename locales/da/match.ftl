# `cairn match` i terminalen og dens rapport.

match-unknown-design = Der er intet design »{ $design }«. Angiv en designfil eller et af: { $known }.
match-unreadable = { $path } kan ikke læses: { $error }
match-out-not-empty = { $path } er ikke tom. Angiv en ny eller tom mappe, så intet tidligere svar blandes med dette.
match-out-not-a-directory = { $path } er ikke en mappe. Angiv en ny eller tom mappe.
match-nothing-written = Intet blev skrevet. Ret linjerne ovenfor, og prøv igen.
match-note = Bemærk: { $note }
match-done-pairs = { $pairs ->
        [one] Ét par
       *[other] { $pairs } par
    } ud af { $people } personer; { $alone ->
        [0] alle har en partner.
        [one] én person har ingen partner (unmatched.csv siger hvorfor).
       *[other] { $alone } personer har ingen partner (unmatched.csv siger hvorfor).
    }
match-done-not-applied = { $count ->
        [one] Én af designets betingelser kunne ikke bruges, fordi filen intet siger om den.
       *[other] { $count } af designets betingelser kunne ikke bruges, fordi filen intet siger om dem.
    }
match-done-out = Læs først { $out }/report.html.
match-done-impossible = Reglerne kan ikke alle holdes. { $out }/report.html siger, hvilke der står imod hinanden.
match-proof-optimal = Ingen anden matchning efter disse regler er bedre: det er bevist.
match-proof-stable = Ingen to ville hellere have hinanden end deres partnere: det er bevist.
match-proof-feasible = Den bedste matchning, der blev fundet; ingen kan være mere end { $gap } % bedre.

match-title = Matchningsrapport
match-from = Fra
match-objective-total = størst mulig sum af point
match-objective-coverage = flest mulige personer, derefter størst mulig sum af point
match-objective-worst-off = flest mulige personer, derefter de dårligst stillede så godt som muligt
match-objective-stable = stabil over for alles ønsker
match-impossible = Reglerne tillader ingen matchning
match-figures = Tallene
match-card-of = af { $all } ({ $share } %)
match-card-pairs = par
match-card-people = personer med en partner
match-card-receivers = { $role } med en partner
match-card-score = point i gennemsnit af 100
match-card-least = lavest { $score }
match-which = Se hvilke.
match-scores = Par efter point
match-alone-title = { $count ->
        [0] Ingen uden partner
        [one] Én uden partner
       *[other] { $count } uden partner
    }
match-alone-none = Alle har nogen.
match-name = Navn
match-role = Rolle
match-why = Hvorfor
match-change = Billigste ændring
match-worst-title = Par at se på først
match-worst-help = De laveste point, og hvad de består af. Få point gør ikke parret dårligt; svarene lover bare mindst.
match-score = Point
match-parts = Består af
match-pairs-title = { $count ->
        [one] Parret
       *[other] Alle { $count } par
    }
match-pairs-help = Sætningen er, hvad personen i første kolonne må læse; det med småt er til dig.
match-reason = Hvorfor denne partner
match-more-rows = { $count ->
        [one] Én række mere står i
       *[other] { $count } rækker mere står i
    }
match-rules-title = Hvad der blev bedt om
match-musts = Holdes af alle par
match-wishes = Ønsket
match-wish = Ønske
match-weight = Vægt
match-worth = Point
match-weight-high = høj
match-weight-medium = middel
match-weight-low = lav
match-unknown = { $count ->
        [one] ukendt for én person
       *[other] ukendt for { $count } personer
    }
match-unusable = Kunne ikke bruges
match-notes-title = Om filen
match-certificate-title = Sådan læses beviset
match-certificate-what = certificate.json har en pris for hver person. Når hvert par betaler sine to personers priser, er intet par mere værd, end det koster, ud over dem, der allerede er talt med; derfor giver priserne en grænse, som ingen matchning kan overskride. Hvor sum og grænse er ens, findes der ingen bedre matchning.
match-certificate-total = Summen af alle point
match-certificate-bound = Ingen matchning kan overskride
match-certificate-check = Alle kan efterprøve det uden at stole på dette programs løser: kør matchningen med --question DIR, derefter »cairn solve DIR --out OUT« og »cairn verify DIR OUT«.
match-footer = Lavet uden internet af Cairn, open source-software til mentoring. Intet har forladt denne computer.
match-digest = Samme input giver samme matchning. Input
