# Messages between the people of a relationship, and notes.
conversation-title = Messages
conversation-none-title = Nothing written yet
conversation-none-text = A line to { $partner } is a good beginning. Only the two of you read what stands here; coordinators see no message.
conversation-none-supervised = A line to { $partner } is a good beginning. In this programme the coordinator reads along.
conversation-earlier = Earlier messages
conversation-newest = To the newest
conversation-new = New
conversation-write = Your message to { $partner }
conversation-write-hint = A mail tells of it at most once an hour, never at night, and without your words.
conversation-send = Send
conversation-unread = { $count ->
    [one] One new
   *[other] { $count } new
}
conversation-card-none = Nothing written yet.
conversation-card-last = The last message came on { $when }.
conversation-card-open = Read and write
conversation-card-notes = { $count ->
    [0] Notes
    [one] One note
   *[other] { $count } notes
}

message-mail-subject = { $by } has written to you
message-mail-body = { $by } has written you a message. So that it stays between you, its words are not in this mail.
message-mail-button = Read and answer
message-mail-after = There is no hurry. You hear of new messages at most once an hour, and never at night.

supervise-title = What { $people } write
supervise-lead = In this programme you read along, and every box for writing says so. Notes for oneself and what was written before stay closed.
supervise-none = Nothing has been written yet.
supervise-goals = Goals
supervise-go = Read along
supervise-banner = Messages, shared notes and goals, and the words of their agreement are read along in this programme. What somebody writes for themselves alone is not.

note-title = Notes
note-lead = For what you want to remember. You decide for each note who can see it.
note-words = A note
note-write = Keep this note
note-written = Kept.
note-none = No note yet.
note-change = Change
note-change-title = Change a note
note-changed = Changed.
note-changed-mark = changed
note-audience-stays = Who can see it stays as it was when you wrote it.
note-delete = Take away
note-deleted = Taken away.
note-restored = It is back.
