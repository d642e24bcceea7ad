# What the commands for operators say.
backup-done = Written: { $file } with { $rows } rows of { $tables } tables. Check it at any time with “cairn restore --check”.
backup-nothing = The database holds no Cairn yet: there is nothing to back up. Check CAIRN_DATABASE with “cairn doctor”.
backup-exists = { $file } is there already. A backup never overwrites: name a new file.
backup-damaged = { $file } is damaged or not a complete backup of Cairn. Nothing was read from it: take another copy of it, or an older backup.
backup-unknown-form = { $file } is a backup of the form { $version }, which this program does not know. Use the version of Cairn that wrote it, or a newer one.
restore-checked = { $file } is whole: { $rows } rows of { $tables } tables, from { $made }.
restore-done = Restored: { $rows } rows of { $tables } tables, as they were at { $made }. All of it was read back and compared.
restore-newer = The backup was written by a newer Cairn (it has the step { $step }). Restore it with that version.
restore-ahead = The database is ahead of the backup. Restore into a new, empty database: it is brought to the backup's version, filled, and then brought up to this program.
restore-not-empty = The database is not empty ({ $table } has { $rows } rows). Restore into a new database, and nothing can be lost.
restore-other-tables = The backup has other tables than its version of the database. It was not written by Cairn.
restore-differs = What was stored in { $table } does not read back as it stood in the backup. Nothing was restored.
