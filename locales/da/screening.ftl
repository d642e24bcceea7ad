# Børneattest og samtykke: det, som deltagere læser.

clearance-no-contact = Kontakten hviler her, fordi noget, som programmet kræver af en af jer, ikke gælder i dag. Koordinatoren kan rette op på det, og intet går tabt imens.
clearance-rests-title = Kontakten hviler for nu
clearance-rests-text = Noget, som programmet kræver af en af jer, gælder ikke i dag. Koordinatoren ved det, og det går videre, så snart det er på plads. Du kan stadig læse alt og melde en bekymring.
clearance-mail-screening-subject-own = Din attest til { $programme } udløber { $day }
clearance-mail-screening-body-own = Forny den, og vis resultatet til din koordinator. Efter { $day } hviler jeres møder og beskeder i { $programme }, indtil den nye er der.
clearance-mail-consent-subject-own = En værges samtykke til { $programme } udløber { $day }
clearance-mail-consent-body-own = Bed din værge om at forny det. Efter { $day } hviler jeres møder og beskeder i { $programme }, indtil det nye er der.
