# Tryghed: nogen siger, at noget ikke er, som det skal være.

concern-title = Meld en bekymring
concern-report = Meld en bekymring
concern-lead = Fortæl, hvad der er sket, eller hvad der føles forkert. Du behøver ikke være sikker, og du behøver ikke finde de rigtige ord.
concern-words = Hvad er det?
concern-words-hint = Hvor og hvornår, hvis du vil. Du kan udelade det, du ikke har lyst til at skrive.
concern-about = Hvad handler det om?
concern-about-relationship = Med { $names } i { $programme }
concern-about-programme = Noget andet i { $programme }
concern-about-other = Noget andet
concern-past = Det handler om en koordinator: send det uden om dem
concern-who-reads = Kun de ansvarlige læser dette. Ingen, som det kan handle om, ser det eller ved, at det findes.
concern-act = Send
concern-danger-title = Er nogen i fare nu?
concern-danger-text = Ring 112, eller gå til en, du stoler på. Skriv derefter her.
concern-raised = Det er sendt. De ansvarlige får besked nu.
concern-one-title = En bekymring
concern-open = Venter på svar
concern-answered = Besvaret
concern-said = Det, du skrev { $when }
concern-waits = De ansvarlige har fået besked. Har ingen svaret inden { $when }, går det også til administratorerne.
concern-answer-of = Svaret fra { $when }
concerns-title = Bekymringer
concern-mail-answered-subject = Du har fået svar
concern-mail-answered-body = En ansvarlig har svaret på det, du skrev. For at ingen andre læser det, står ordene ikke i denne mail.
concern-mail-answered-button = Læs svaret
