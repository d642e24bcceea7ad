# Mails om afgørelsen.

application-mail-approved-subject = Du er med: { $programme }
application-mail-approved-lead = Gode nyheder: Du har fået en plads i { $programme }. Vi er glade for, at du er med.
application-mail-approved-next = Du behøver ikke gøre noget nu. Vi skriver, når vi ved, hvem du er matchet med.
application-mail-starts = Det begynder { $day }.
application-mail-button = Se din plads
application-mail-declined-subject = Om din ansøgning til { $programme }
application-mail-declined-lead = Tak for din ansøgning til { $programme } og for de tanker, du har lagt i den. Vi kan ikke tilbyde dig en plads denne gang.
application-mail-declined-next = Det siger ikke noget om dig: Et program kræver en balance mellem mennesker, og den går ikke altid op. Du er velkommen til at søge igen og til at svare på denne mail, hvis du vil tale om det.
