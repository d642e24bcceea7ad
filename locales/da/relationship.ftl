relationship-names = { $first } og { $last }

offer-why-title = Hvorfor netop jer
offer-until = Svar gerne senest { $day }.

offer-mail-subject = { $others ->
    [one] Et forslag til dig: { $partner }
   *[other] Et forslag til dig: en gruppe med { $others } andre
}
offer-mail-lead = I { $programme } vil vi gerne bringe jer sammen, med dig som { $role }:
offer-reminder-subject = { $others ->
    [one] Stadig åbent: vil du arbejde sammen med { $partner }?
   *[other] Stadig åbent: vil du være med i denne gruppe?
}
offer-reminder-lead = For nogle dage siden spurgte vi, om du har lyst til dette i { $programme }, med dig som { $role }. Hvis mailen blev væk, er den her igen:
offer-mail-partner = { $name }, { $role }: { $place }
offer-mail-partner-plain = { $name }, { $role }
offer-mail-why = Hvorfor netop I: { $why }
offer-mail-until = Det begynder, når alle har sagt ja. Svar gerne senest { $day }; ét tryk er nok.
offer-mail-yes = Ja, meget gerne
offer-mail-no = Helst ikke denne gang
offer-mail-look = Se på det først
offer-mail-no-fault = Det er helt i orden at sige nej, og du behøver ingen grund. Ingen får at vide, hvem der sagde det, og du kommer først i næste runde.

offer-link-yes-title = Arbejde sammen med { $partner }?
offer-link-yes-text = Ét tryk, og du har sagt ja.
offer-link-no-title = Helst ikke denne gang?
offer-link-no-text = Det er helt i orden, og du behøver ingen grund. Du kommer først i næste runde.
offer-link-said-yes-title = Du har sagt ja
offer-link-said-yes-text = Tak. Nu har { $partner } indtil { $day } til at svare. Så snart det er sket, får I begge en mail om, hvad der så sker. Indtil da skal du ikke gøre noget.
offer-link-running-title = I har sagt ja til hinanden
offer-link-running-text = Du og { $partner } kan begynde. Aftal en dato for jeres første møde; alt, hvad I behøver, er på jeres side.
offer-link-said-no-title = Tak, fordi du sagde det
offer-link-said-no-text = Du kommer først i næste runde. Du skal ikke gøre mere.
offer-link-over-title = Det er slut
offer-link-over-text = Forslaget kan ikke besvares længere. Hvis du stadig søger nogen, hører din koordinator gerne fra dig.

offer-you-said-yes = Tak. Du hører fra os, så snart alle har svaret.
offer-all-said-yes = I har sagt ja til hinanden. Aftal nu en dato for jeres første møde.
offer-you-said-no = Tak, fordi du sagde det. Du kommer først i næste runde.

decline-title = Helst ikke denne gang
decline-question = Sige nej til forslaget?
decline-text = Det er helt i orden, og du behøver ingen grund. Den anden får en venlig besked uden dit navn ved siden af, og I kommer begge først i næste runde.
decline-back = Tilbage

activated-mail-subject = { $others ->
    [one] Du og { $partner } kan begynde
   *[other] Jeres gruppe kan begynde
}
activated-mail-lead = Alle har sagt ja: { $partner } og du arbejder nu sammen i { $programme }.
activated-mail-meeting = Det sker nu: aftal en dato for jeres første møde, senest { $day }. På jeres side kan I foreslå tre tidspunkter, der passer jer begge; ét tryk vælger et af dem.
activated-mail-agreement = Tag ti minutter til aftalen med til det første møde: hvor ofte, hvordan I får fat i hinanden, og hvad der bliver mellem jer. Der ligger allerede et forslag.
activated-mail-button = Åbn jeres side
activated-mail-help = Hvis noget ikke fungerer, hjælper din koordinator uden besvær.

not-this-time-mail-subject = Om vores forslag i { $programme }
not-this-time-mail-body = Vores forslag med { $partner } bliver ikke til noget denne gang. Det siger intet om dig: kalendere og planer ændrer sig. Du kommer først i næste runde, og du skal ikke gøre noget.
unanswered-mail-subject = Vores forslag i { $programme } er slut
unanswered-mail-body = Vi havde ikke hørt fra dig, så vores forslag med { $partner } er slut. Der er ingen skade sket. Hvis du gerne vil være med, eller have en pause, er et ord til din koordinator nok.

paused-mail-subject = Pause indtil { $day }
paused-mail-body = Dit samarbejde med { $partner } i { $programme } holder pause indtil { $day }. Det fortsætter af sig selv; indtil da får I ingen påmindelser, og der ventes intet af jer.
resumed-mail-subject = I fortsætter
resumed-mail-body = Pausen er slut: du og { $partner } fortsætter i { $programme }. Det sker nu: aftal en dato.
resumed-mail-button = Find en dato

ended-mail-subject = En afslutning, og tak
ending-mail-subject = Din tid med { $partner } slutter { $day }
ending-mail-body = Din tid med { $partner } i { $programme } slutter { $day }. I er nået langt; det er værd at se tilbage inden da.
ending-mail-meeting = Det næste: mød hinanden en gang til, og tal om, hvad der virkede, hvad I tager med jer, og om I vil holde kontakten. Det, du har skrevet, kan du stadig læse bagefter.
ending-mail-button = Find en dato
ending-mail-after = Der skal ikke gøres mere: det slutter af sig selv på den sidste dag.
taken-back-mail-subject = { $name } deltager ikke længere i { $programme }
taken-back-mail-body = { $name } har trukket sin deltagelse i { $programme } tilbage. { $count ->
    [one] Ét samarbejde eller forslag er berørt af det.
   *[other] { $count } samarbejder og forslag er berørt af det.
}
taken-back-mail-told = Alle, der er med i dem, har fået besked med venlige ord uden begrundelse, planlagte møder bliver taget ud af kalenderne, og de, der nu ikke har nogen, kommer først i næste runde.
taken-back-mail-button = Åbn programmet
ended-mail-body = Dit samarbejde med { $partner } i { $programme } er afsluttet. Tak for den tid, du gav. Planlagte møder bliver taget ud af jeres kalendere.
ended-mail-first = Du kommer først i næste runde.
ended-mail-help = Afslutninger hører med og er ingens skyld. Hvis du vil tale om det, er din koordinator der.
completed-mail-subject = { $others ->
    [one] Du og { $partner }: tak
   *[other] Jeres gruppe: tak
}
completed-mail-body = Din tid med { $partner } i { $programme } er gennemført. Tak for det, du gav, og for det, du fik ud af den.
completed-mail-afterwards = Det, der kan komme bagefter: { $text }.
one-left-mail-subject = En ændring i jeres gruppe
one-left-mail-body = { $name } er ikke længere med i jeres gruppe i { $programme }. Gruppen fortsætter som planlagt med { $partner }.

agreement-mail-subject = Jeres aftale har fået nye ord
agreement-mail-body = Aftalen mellem { $partner } og dig er blevet ændret. Læs den; når den passer dig, er ét tryk nok.
agreement-mail-button = Læs aftalen

pause-title = Hold pause
pause-lead = Ferie, travlhed, et barn: pauser er normale. Alle får besked, der ventes intet imens, og det fortsætter af sig selv.
pause-until = Fortsæt igen den
pause-until-hint = Højst otte uger fra i dag.
pause-no-date = Vælg en dag, som i 2026-11-22.
pause-act = Hold pause
pause-done = Pause indtil { $day }. Så fortsætter det af sig selv.
resume-done = I fortsætter. Aftal nu en dato.

end-title = Afslut
end-question = Afslutte uden skyld?
end-text = Du behøver ingen grund. I får alle de samme venlige ord, og de siger ikke, hvem der afsluttede. Planlagte møder aflyses, og I kommer først i næste runde.
end-reason = Hvis du har lyst: hvorfor?
end-reason-hint = Tælles kun for programmet som helhed. Din partner ser det aldrig.
end-reason-none = Det vil jeg helst ikke sige
end-reason-goal-reached = Vi har nået det, vi ville
end-reason-time = Ingen tid lige nu
end-reason-fit = Vi passer ikke så godt sammen
end-reason-topic = Emnet har ændret sig
end-reason-moved = Nyt job eller nyt sted
end-reason-other = Noget andet
end-act = Afslut
end-or-pause = Mangler du bare tid?
end-done = Det er afsluttet, og alle har fået en venlig besked. Du kommer først i næste runde.

relationship-refused-over = Det er allerede afsluttet. Du skal ikke gøre mere.
relationship-refused-not-running = Det er ikke begyndt endnu. Det begynder, når alle har sagt ja.
relationship-refused-not-on-offer = Ingen bliver spurgt om dette længere.
relationship-refused-offer-over = Fristen for at svare er udløbet. Din koordinator kan stadig hjælpe: skriv en linje.
relationship-refused-accepted-already = Du har allerede sagt ja. Hvis du har ombestemt dig, kan du afslutte det på siden.
relationship-refused-declined-already = Du har allerede sagt nej. Du kommer først i næste runde.
relationship-refused-paused-already = Der er allerede pause. Fortsæt først, og hold så pause igen.
relationship-refused-not-paused = Der er ingen pause at afslutte.
relationship-refused-pause-in-the-past = Vælg en dag efter i dag.
relationship-refused-pause-too-long = En pause varer højst otte uger. Skal det være længere, så afslut uden skyld: du kommer først, når du er tilbage.
relationship-refused-no-seat = Siden findes ikke.
relationship-refused-full = Alle dine pladser er optaget. Gør først en fri, eller sæt antallet op i din tilmelding.
relationship-refused-partner-full = En af dem har ingen plads tilbage. Se på pladserne, eller vælg en anden.
relationship-refused-too-early = Det er ikke tid til det endnu.
