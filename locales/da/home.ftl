state-offered = Foreslået
state-active = I gang
state-paused = Pause
state-closed = Afsluttet

home-title = Du og { $partner }
home-with = Hvem du er sammen med
home-clock = Klokken er { $time } dér
home-has-not-answered = Har ikke svaret endnu
home-facts = Kort fortalt
home-your-part = Din rolle
home-since = Siden
home-ends-on = Indtil
home-met = Møder indtil nu
home-met-times = { $number ->
    [0] ingen endnu
    [one] ét
   *[other] { $number }
}
home-happened = Hvad der er sket
home-agreement-waits = Hvor ofte I mødes, hvordan I får fat i hinanden, hvad der bliver mellem jer: der ligger et forslag. To minutter.
home-agreement-read = Læs, og sig ja
home-agreement-yours = Du har sagt ja.
home-check-in-title = Hvordan går det?
home-check-in-text = Ét tryk, ti sekunder. Det fortæller koordinatoren, om I har brug for noget.
home-check-in-answer = Svar
home-if-not = Hvis det ikke fungerer
home-if-not-text = Ingen skal finde sig i noget. Alt dette er normalt og tager et øjeblik.
home-ask-help = Bed om hjælp
home-to-start = Til startsiden

next-until = Senest { $day }
next-at-latest = Senest { $day }
next-about = Omkring { $day }
next-on = { $day }
next-now = Nu
next-soon = Når det passer jer
next-answer-title = Vil du arbejde sammen med { $partner }?
next-answer-text = Det begynder, når alle har sagt ja. Det er i orden at sige nej, og du behøver ingen grund.
next-answer-do = Se og svar
next-wait-title = Vi venter på { $partner }
next-wait-text = Du har sagt ja. Så snart alle har svaret, får du en mail om, hvad der så sker.
next-pick-title = Vælg et tidspunkt med { $partner }
next-pick-text = Der er foreslået tidspunkter, der passer i jeres kalendere. Ét tryk vælger et.
next-pick-button = Se tidspunkterne
next-pick-do = Vælg et tidspunkt
next-log-title = Mødtes du med { $partner }?
next-log-text = Ét tryk siger ja, og vi spørger ikke om mere.
next-log-button = Sig det
next-log-do = Sig det
next-meet-title = Du mødes med { $partner }
next-meet-text = Det står i jeres kalendere.
next-picking-title = { $partner } vælger et tidspunkt
next-picking-text = Du har foreslået tidspunkter. Så snart et er valgt, står det i jeres kalendere.
next-first-date-title = Find en dato for jeres første møde
next-first-date-text = Foreslå tre tidspunkter, der passer jer begge; { $partner } vælger med ét tryk.
next-first-date-button = Foreslå tidspunkter
next-first-date-do = Foreslå tidspunkter
next-next-date-title = Find jeres næste dato
next-next-date-text = Foreslå tre tidspunkter, der passer jer begge; { $partner } vælger med ét tryk.
next-next-date-do = Foreslå tidspunkter
next-resume-title = I holder pause
next-resume-text = Det fortsætter af sig selv. Indtil da ventes intet af jer.
next-resume-button = Fortsæt nu
next-completed-title = I er nået til vejs ende. Tak!
next-completed-text = Det, du har skrevet her, kan du stadig læse.
next-over-title = Det er afsluttet
next-over-text = Du kommer først i næste runde. Det, du har skrevet her, kan du stadig læse.
next-left-title = Du har forladt denne gruppe
next-left-text = Du kommer først i næste runde.

timeline-relationship-offered = I blev præsenteret for hinanden
timeline-relationship-activated = Alle sagde ja
timeline-relationship-paused = En pause begyndte
timeline-relationship-resumed = Det gik videre
timeline-relationship-closed = Det sluttede
timeline-agreement-agreed = I blev enige om, hvordan I arbejder sammen
timeline-agreement-changed = Aftalen fik nye ord
timeline-meeting-booked = Et møde blev aftalt
timeline-meeting-held = I mødtes

start-title = Hej { $name }
start-tasks = { $number ->
    [one] Én ting venter på dig
   *[other] { $number } ting venter på dig
}
start-relationships = Din mentoring
start-ended = Afsluttet for nylig
start-parts = Dine programmer
start-part-open = Dine svar
part-started = tilmelding begyndt, ikke færdig
part-applied = tilmeldt; koordinatoren ser på det
part-approved = { $number ->
    [0] deltager; du hører fra os, når der er nogen til dig
    [one] deltager i ét forløb
   *[other] deltager i { $number } forløb
}
part-declined = ikke denne gang
start-no-relationship-title = Ingen endnu, og det er normalt
start-no-relationship-text = Når der er nogen til dig, får du en mail om hvem og hvorfor. Du svarer med ét tryk. Indtil da skal du ikke gøre noget.
start-empty-title = Her er intet endnu
start-empty-text = Du deltager ikke i noget program lige nu. Når nogen inviterer dig, fører en mail dig hertil.
start-running = Det, du driver
start-monday-title = Denne uge
start-monday-text = Højst syv ting, der er din tid værd, hver med sin grund.
start-monday-open = Åbn listen
start-programmes-title = Programmer
start-programmes-text = Mennesker, matchning, forløb og rapporter.
start-programmes-open = Åbn
task-check-in-title = Hvordan går det med { $partner }?
task-check-in-text = Ét tryk, ti sekunder.
task-check-in-do = Svar
task-agreement-title = Bliv enig med { $partner } om, hvordan I arbejder
task-agreement-text = Der ligger et forslag: læs, ret, sig ja.
task-agreement-do = Læs det
