# Mål, deres trin og de spørgsmål, der gør et mål stærkere.
audience-question = Hvem kan se det?
audience-partners = Du og din partner
audience-partners-hint = Ingen andre; koordinatorer ser hverken mål eller noter.
audience-supervised = Dig, din partner og koordinatoren
audience-supervised-hint = I dette program læser koordinatoren med, så alle er trygge.
audience-only-me = Kun du
audience-only-me-hint = Ikke din partner, ikke koordinatoren, ingen.

goal-list-title = Mål
goal-none-title = Intet mål endnu
goal-none-text = Et til tre mål er nok. Få ord rækker til at begynde; de må gerne ændre sig, mens I taler.
goal-create-title = Nyt mål
goal-create-lead = Kun den første linje er nødvendig. Spørgsmålene hjælper med at gøre det til et godt mål; svar, når du ved det.
goal-create-act = Skriv det ned
goal-created = Skrevet ned. Nu eller senere: et første trin, der kan nås inden for to uger.
goal-title = Hvad vil du nå?
goal-title-hint = Så du ville lægge mærke til, når du er der: "Jeg har ledet tre projektmøder" siger mere end "ledelse".
goal-why = Hvorfor betyder det noget for dig?
goal-why-hint = Det hjælper, når det bliver trægt.
goal-due = Hvornår?
goal-due-hint = En dato gør det lettere at begynde.
goal-due-on = inden { $day }
goal-no-day = Angiv en dag, som 2026-12-24.
goal-first-step = Hvad er det første trin?
goal-first-step-hint = Lille nok til de næste to uger.
goal-progress = Trin klaret
goal-steps-done = { $done } af { $of }
goal-steps = Trin
goal-add-step = Et trin mere
goal-add-step-hint = Noget, man kan sætte flueben ved.
goal-add-step-act = Tilføj
goal-too-many-steps = Et mål har højst { $most } trin. Måske er det to mål?
goal-order = Rækkefølge og fjernelse
goal-step-tick = Klaret: { $step }
goal-step-untick = Ikke klaret endnu: { $step }
goal-step-up = Flyt op: { $step }
goal-step-down = Flyt ned: { $step }
goal-step-remove = Fjern: { $step }

goal-ask-title = Hvad ville gøre målet stærkere?
goal-ask-note = Intet af det er nødvendigt. Tal om det på jeres næste møde.
goal-ask-why = Hvorfor betyder det noget for dig?
goal-ask-when = Hvornår vil du være der?
goal-ask-first-step = Hvad kunne du gøre inden for de næste to uger?
goal-ask-measure = Hvordan ville du lægge mærke til, at du var der?
goal-ask-answer = Svar

goal-reach = Nået
goal-reached-title = Nået
goal-reached-on = nået { $day }
goal-reached-banner = Du nåede det.
goal-reached-words = Tag et øjeblik til at se tilbage på, hvad der hjalp. Den, der hjalp dig, bliver glad for at høre det.
goal-reached-done = Godt gået! Du nåede det; det er et øjeblik værd på jeres næste møde.
goal-reopen = Ikke helt endnu
goal-reopened-done = Helt i orden: det er åbent igen.
goal-change = Ret ordene
goal-change-act = Gem
goal-changed = Gemt.
goal-delete = Fjern
goal-deleted = Fjernet.
goal-restored = Det er tilbage.

goal-card-all = Alle mål
goal-card-none = Intet mål endnu. Få ord er nok til at begynde.
goal-card-next = Næste: { $step }
goal-card-reached = { $count ->
    [one] Ét mål nået
   *[other] { $count } mål nået
}
