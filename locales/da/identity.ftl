nav-home = Hjem
nav-monday = Denne uge
nav-programmes = Programmer
nav-people = Personer

mail-greeting = Hej { $name }
mail-footer = Du får denne mail, fordi du deltager i mentoring hos { $organisation }.

error-email = Skriv en mailadresse, som navn@example.org.
error-time-zone = Vælg en tidszone fra listen.

setup-title = Velkommen til Cairn
setup-lead = Et minut, så har jeres mentorprogrammer et hjem. Alt kan ændres senere.
setup-organisation = Organisationens navn
setup-zone-hint = Datoer og frister følger denne zone; alle ser tider i deres egen.
setup-name = Dit navn
setup-code = Opsætningskode
setup-code-hint = Cairn skrev den, da den startede. Den sikrer, at ingen anden kommer først.
setup-code-wrong = Det er ikke den kode, Cairn skrev ved start. Se i dens output eller log.
setup-found = Begynd
setup-already-done = Denne installation har allerede sin organisation. Log venligst ind.

sign-in-title = Log ind
sign-in-lead = Vi sender dig et link. Du behøver ingen adgangskode.
sign-in-email = Mailadresse
sign-in-password = Adgangskode
sign-in-send-link = Send mig et link
sign-in-with-password = Brug adgangskode i stedet
sign-in-enter = Log ind
sign-in-wrong = Adresse og adgangskode passer ikke sammen. Du kan også få tilsendt et link.
sign-in-too-often = Det var for mange forsøg. Vent venligst et kvarter.
sign-in-link-sent-title = Se i din mail
sign-in-link-sent = Hvis { $email } hører til nogen her, er et link på vej. Det virker i en halv time, én gang.
sign-in-link-sent-hint = Ingen mail? Se i spammappen, eller spørg din programleder, hvilken adresse de kender.
sign-in-other-address = Brug en anden adresse
sign-in-link-title = Log ind
sign-in-link-good = Et tryk mere, så er du inde.
sign-in-link-over = Linket er brugt eller for gammelt. Få tilsendt et nyt.
sign-in-signed-out = Du er logget ud.
sign-in-mail-subject = Dit link til mentoring hos { $organisation }
sign-in-mail-body = Her er dit link til at logge ind. Det virker i en halv time, én gang.
sign-in-mail-button = Log ind
sign-in-mail-after = Bad du ikke om det? Så gør ingenting: uden linket kommer ingen ind.
demo-read-outbox = Læs mailen (demo)

password-hint = Mindst 12 tegn; en sætning er fint.
password-too-short = Brug mindst 12 tegn.
password-too-long = Brug højst 200 tegn.
password-too-simple = Brug mere end ét tegn.

account-title = Din konto
account-name = Navn
account-language = Sprog
account-zone = Tidszone
account-save = Gem
account-saved = Gemt.
account-password = Adgangskode
account-new-password = Ny adgangskode
account-set-password = Sæt adgangskode
account-password-set = Din adgangskode er sat. Du er logget ud alle andre steder.
account-sessions = Her er du logget ind
account-sessions-note = Afslut dem, du ikke kender.
account-session-here = Denne enhed
account-session-seen = sidst brugt { $when }
account-session-end = Afslut
account-session-ended = Logget ud dér.
