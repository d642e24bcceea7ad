# Det som deltagere læser om en runde.

round-not-placed-subject = { $programme }: endnu ingen partner til dig
round-not-placed-lead = Vi har matchet alle, der har meldt sig til { $programme }. Denne gang er der flere mennesker end pladser, og vi har endnu ikke fundet nogen til dig. Det siger intet om dig.
round-not-placed-next = Du bliver på listen og kommer først i næste runde. Vi skriver til dig, så snart der er nogen.
round-not-placed-do = Du skal ikke gøre noget. Hvis dine planer har ændret sig, kan du til enhver tid melde dig fra i din profil.
round-not-placed-thanks = Tak for din tålmodighed.
round-why-covers = { $receiver } vil gerne arbejde med { $shared }, og { $giver } kan hjælpe med det.
round-why-offers = { $giver } vil gerne arbejde med { $shared }, og { $receiver } kan hjælpe med det.
round-why-shared = Begge søger { $shared }.
round-why-language = Begge taler { $shared }.
round-why-same = Begge har dette til fælles: { $shared }.
round-why-different = De kender hver sin del af huset: { $one } og { $other }.
round-why-hours = Deres arbejdsdage overlapper godt.
round-why-slot = Begge har tid på de samme timer i ugen.
round-why-complements = Det, den ene er god til, vil den anden gerne blive bedre til.
round-why-pinned = Koordinatoren har sat de to sammen.
round-why-group-covers = Flere i gruppen vil arbejde med { $shared }, og nogen i den kan hjælpe.
round-why-group-shared = Flere i gruppen søger { $shared }.
round-why-group-slot = Alle har tid på samme tidspunkt i ugen.
round-why-group = De passer sammen efter programmets regler, og det er bedst for alle tilsammen.
round-why-together = De passer efter programmets regler, og sådan får alle tilsammen de bedste partnere.
