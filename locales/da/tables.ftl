# Speed-runder: hvem sidder med hvem i hvilken runde.

tables-turn = Runde { $round }: bord { $table }, med { $name }
tables-turn-out = Runde { $round }: du sidder over og får en kop kaffe
tables-round = Runde { $round }
tables-mine-title = Dine borde
tables-mine-before = Her sidder du. Det kan stadig ændre sig, når nogen kommer sent eller går; denne side har altid det nyeste.
tables-mine-running = Det er begyndt. De kommende runder kan stadig ændre sig; denne side har altid det nyeste.
tables-mine-over = Det var det. Tak fordi du kom.
tables-mine-list = Runde for runde
tables-again = Hvem vil du gerne fortsætte med?
tables-again-hint = Kun den, der også vælger dig, får det at vide. Så bliver I begge spurgt, om I vil bringes sammen.
tables-again-act = Send
tables-not-over = Det kan siges, når alle runder er slut.
tables-wished = Noteret. Kun den, der ønsker det samme, får det at vide.
tables-wished-mutual = { $count ->
        [one] En af dem vil også gerne fortsætte med dig. I har begge fået en mail.
       *[other] { $count } af dem vil også gerne fortsætte med dig. I har alle fået en mail.
    }
tables-why = I mødtes ved bordene, og begge vil gerne fortsætte.
tables-mail-subject = Dine borde til { $programme }
tables-mail-body = Her sidder du til { $programme }. Det kan stadig ændre sig, når nogen kommer sent eller går: siden bag knappen har altid det nyeste.
tables-mail-button = Dine borde
tables-mine-none-title = Dine borde er ikke planlagt endnu
tables-mine-none-text = Så snart de er det, ser du her, hvor du sidder i hver runde, og med hvem.
