# Beskeder mellem dem, der følges ad, og noter.
conversation-title = Beskeder
conversation-none-title = Intet skrevet endnu
conversation-none-text = En linje til { $partner } er en god begyndelse. Kun I læser, hvad der står her; koordinatorer ser ingen beskeder.
conversation-earlier = Tidligere beskeder
conversation-newest = Til de nyeste
conversation-new = Nyt
conversation-write = Din besked til { $partner }
conversation-write-hint = En mail fortæller om den højst én gang i timen, aldrig om natten og uden dine ord.
conversation-send = Send
conversation-unread = { $count ->
    [one] Én ny
   *[other] { $count } nye
}
conversation-card-none = Intet skrevet endnu.
conversation-card-last = Den seneste besked kom { $when }.
conversation-card-open = Læs og skriv
conversation-card-notes = { $count ->
    [0] Noter
    [one] Én note
   *[other] { $count } noter
}

message-mail-subject = { $by } har skrevet til dig
message-mail-body = { $by } har skrevet en besked til dig. For at den bliver mellem jer, står ordene ikke i denne mail.
message-mail-button = Læs og svar
message-mail-after = Det haster ikke. Du hører om nye beskeder højst én gang i timen og aldrig om natten.

note-title = Noter
note-lead = Til det, du vil huske. Du bestemmer for hver note, hvem der kan se den.
note-words = En note
note-write = Gem noten
note-written = Gemt.
note-none = Ingen note endnu.
note-change = Ret
note-change-title = Ret en note
note-changed = Rettet.
note-changed-mark = rettet
note-audience-stays = Hvem der kan se den, forbliver, som da du skrev den.
note-delete = Fjern
note-deleted = Fjernet.
note-restored = Den er tilbage.
