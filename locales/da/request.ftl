# Forespørgsler: folk finder hinanden ved at spørge. Ingen sætning siger, hvorfor nogen ikke kunne.
programme-tab-requests = Forespørgsler

request-find-title = Find din { $role }
request-find-lead = De, der passer bedst til dig, står først; hvor flere passer lige godt, dem der er blevet spurgt mindre. Spørg flere: den første, der siger ja, er din.
request-search = Søg efter emne, navn eller sted
request-shown = { $from }–{ $to } af { $of }
request-look-closer = Se nærmere
request-card-full = Har allerede flere forespørgsler: din ville vente på sin tur.
request-your-list = { $count ->
    [one] Din forespørgsel
   *[other] Dine { $count } forespørgsler
}
request-none-found-title = Ingen passer til søgningen
request-none-found-text = Færre eller andre ord finder mere: et emne, et navn, en afdeling.
request-show-all = Vis alle
request-nobody-title = Ingen kan spørges lige nu
request-nobody-text = Alle, der ville passe til dig, er optaget eller står allerede på din liste. Der bliver hele tiden pladser ledige, og koordinatoren ser, hvad der mangler.
request-cannot-title = Du har allerede nogen
request-cannot-text = Alle dine pladser er taget, eller ingen deltager endnu. Når en bliver ledig, finder du den næste her.

request-ask-title = Spørg { $name }?
request-why = Hvorfor jer to
request-message = Hvad vil du gerne have hjælp til?
request-message-hint = To eller tre sætninger gør det let at sige ja.
request-ask = Spørg { $name }
request-back-to-list = Tilbage til listen
request-clock = Svaret kommer inden for { $days } dage, med en påmindelse før. Uden svar spørges den næste på din liste.
request-full-title = Din ville vente lidt
request-full-text = Så mange har spurgt, at din sendes, når en af dem har fået svar. Du kan spørge en anden samtidig.
request-behind-title = Denne kommer bagest på din liste
request-behind-text = Du har spurgt så mange, som du kan på én gang. Så snart en af dem ikke kan, spørges denne af sig selv.
request-sent = { $name } er blevet spurgt.
request-put-on-list = { $name } står på din liste og spørges, når det er deres tur.

request-list-title = Dine forespørgsler
request-list-lead = Hvem der er spurgt, hvornår de senest svarer, og hvem der spørges bagefter. Det går af sig selv.
request-list-empty-title = Du har ikke spurgt nogen
request-list-empty-text = Se, hvem der ville passe til dig, og spørg. Den, der ikke svarer i tide, giver plads til den næste, så ingen lader dig vente.
request-list-clock = Det sker der nu: den, der ikke har svaret til den nævnte dag, giver plads til den næste på din liste. Du får en mail hver gang.
request-list-full = Din liste har { $most } personer, og længere bliver den ikke. Fjern en for at spørge en anden.
request-ask-another = Spørg en til
request-then-asked = så snart en før ikke kan, eller har plads
request-answer-by = Svar senest { $day }
request-state-open = Spurgt
request-state-waiting = Spørges bagefter
request-state-accepted = Ja
request-state-declined = Ikke denne gang
request-state-expired = Intet svar i tide
request-state-withdrawn = Taget tilbage
request-state-passed = Ingen plads længere
request-sooner = Før
request-moved = Flyttet op.
request-withdraw = Tag tilbage
request-remove = Fjern
request-withdrawn-done = Taget tilbage. Den næste på din liste spørges.
request-restored-done = Den står på din liste igen.
request-over = { $count ->
    [one] En tidligere forespørgsel
   *[other] { $count } tidligere forespørgsler
}

request-asked-title = Forespørgsler til dig
request-asked-lead = Personer, der gerne vil arbejde sammen med dig. Ja eller nej er ét tryk; et nej kræver ingen grund.
request-asked-empty-title = Ingen forespørgsler lige nu
request-asked-empty-text = Når nogen spørger dig, får du en mail med to knapper, og den står her. Ingen kan bede om mere, end du har plads til.
request-answer = Se og svar
request-show-title = { $name } spørger dig
request-writes = { $name } skriver
request-yes = Ja, gerne
request-no = Ikke denne gang
request-look = Se først
request-no-reason = Et nej kræver ingen grund; så spørges en anden.
request-you-said-yes = Du har sagt ja, og det begynder. Aftal nu en dag til jeres første møde.
request-you-said-no = Tak, fordi du sagde til. Nu spørges en anden.
request-said-yes-title = Du sagde ja
request-said-yes-text = Du og { $name } kan begynde. I har begge fået en mail om, hvad der så sker.
request-over-title = Der er ikke mere at svare på
request-over-text = Denne forespørgsel er slut: nogen er fundet, eller tiden var gået. Du skal ikke gøre noget.
request-link-yes-title = Arbejde sammen med { $name }?
request-link-yes-text = Ét tryk, og du og { $name } begynder.
request-link-no-title = Ikke denne gang?
request-link-said-no-title = Tak, fordi du sagde til
request-link-said-no-text = { $name } hører, at det ikke er muligt denne gang, uden nogen grund, og den næste spørges. Der er ikke mere at gøre.

request-task-answer = { $name } spørger, om I skal arbejde sammen
request-task-find = Find din { $role }
request-task-find-do = Se, hvem der passer til dig

request-mail-subject = { $name } vil gerne arbejde sammen med dig
request-mail-again = Stadig åben: { $name } vil gerne arbejde sammen med dig
request-mail-lead = I { $programme } spørger { $name }, om I skal arbejde sammen.
request-mail-reminder = For nogle dage siden spurgte { $name } i { $programme }, om I skal arbejde sammen. Hvis mailen blev væk, er den her igen:
request-mail-who = { $name }: { $place }
request-mail-message = »{ $message }«
request-mail-why = Hvorfor dig: { $why }
request-mail-until = Svar senest { $day }; ét tryk er nok.
request-mail-after = Et nej kræver ingen grund. Uden svar spørges en anden, så { $name } ikke venter. Når du har brug for ro, holder en pause på din side forespørgsler væk.
request-off-subject = Der er ikke mere at svare på: { $name }
request-off-body = { $name } havde spurgt dig i { $programme }. Det er ikke længere nødvendigt; du skal ikke gøre noget. Tak, fordi du er der.
request-next-subject = Om din forespørgsel i { $programme }
request-next-body = Det er ikke muligt denne gang med { $names }. Det siger intet om dig: folk har kun så mange pladser, og kalendere ændrer sig.
request-next-asked = Nu er { $asked } spurgt og har tid til at svare til { $day }. Du skal ikke gøre noget.
request-next-open = En anden på din liste har allerede din forespørgsel. Du skal ikke gøre noget.
request-next-nobody = Din liste er nået til sin ende. Der er andre, der ville passe til dig: se, hvem der har plads nu.
request-next-list = Se din liste
request-next-find = Find nogen
request-next-after = Vil du hellere tale om det, hører din koordinator gerne fra dig.

request-refused-over = Denne forespørgsel er slut: der er ikke mere at svare på.
request-refused-full = Alle dine pladser er taget. Du kan tilbyde flere på siden om din deltagelse.
request-refused-found = Nogen er fundet i mellemtiden. Tak, fordi du var klar.
request-refused-no-place = Du har så mange, som du kan have her på én gang.
request-refused-too-many = Din liste bliver ikke længere. Fjern nogen for at spørge en anden.
request-refused-asked-already = Denne person står allerede på din liste.
request-refused-not-available = Denne person kan ikke spørges lige nu. En anden kan sikkert.
