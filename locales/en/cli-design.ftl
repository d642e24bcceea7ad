# What `cairn design` says.
cli-design-coming = { " " }(still being built)
cli-design-unknown = There is no preset “{ $name }”. There are: { $known }.
cli-design-unreadable = { $file } cannot be read: { $error }
