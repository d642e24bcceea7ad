# Hvad den inviterede læser.

invitation-mail-subject = { $has_role ->
        [yes] { $inviter } inviterer dig til at være { $role } i { $programme }
       *[no] { $inviter } inviterer dig til { $programme }
    }
invitation-mail-greeting = Hej
invitation-mail-lead = { $has_role ->
        [yes] Jeg vil gerne invitere dig til at være med i { $programme } som { $role }.
       *[no] Jeg vil gerne invitere dig til at være med i { $programme }.
    }
invitation-reminder-subject = En påmindelse: { $programme }
invitation-reminder-lead = For nogle dage siden inviterede jeg dig til { $programme }. Din plads er stadig åben. Er det ikke noget for dig, siger ét tryk mig det, og så hører du ikke mere om det.
invitation-outcomes = Hvad folk siger bagefter: { $list }
invitation-mail-button = Se, hvad det er
invitation-mail-decline = Nej tak
invitation-mail-after = Linket forpligter dig ikke til noget. Tilmeldingen tager omkring fem minutter, og du kan holde pause og fortsætte senere.
invitation-mail-footer = Du får denne mail, fordi { $inviter } fra { $organisation } har inviteret dig. Siger du nej tak, kommer der ikke flere.
invitation-answer-lead = { $inviter } inviterer dig til at være med.
invitation-answer-lead-nobody = Du er inviteret til at være med.
invitation-your-part = Din rolle: { $role }.
invitation-outcomes-title = Hvad du kan forvente
invitation-framework-title = Sådan foregår det
invitation-accept = Ja, jeg vil gerne være med
invitation-decline = Nej tak
invitation-go-on = Gå videre
invitation-good-until = Invitationen gælder til { $day }.
invitation-is-withdrawn = Invitationen er trukket tilbage. Skriv til afsenderen, hvis du tror, at det er en fejl.
invitation-is-expired = Invitationen er for gammel. Bed afsenderen om en ny.
invitation-you-declined = Du har sagt nej tak
invitation-you-declined-text = Der kommer ikke flere mails. Fortryder du, står døren stadig åben.
invitation-you-accepted = Du har sagt ja
invitation-not-open = Tilmeldingen er ikke åben lige nu.
invitation-decline-title = Nej tak?
invitation-decline-text = Så skriver vi ikke mere til dig om { $programme }. Ingen andre får det at vide, og du behøver ikke give en grund.
invitation-decline-yes = Nej tak
invitation-decline-no = Tilbage
invitation-declined = Tak for svaret. Du hører ikke mere om det.
invitation-decline-accepted = Du har allerede sagt ja. Du kan trække dig på din side om programmet.
