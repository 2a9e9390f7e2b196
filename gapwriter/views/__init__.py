"""One file a noun that shows itself in notebooks: `bundle(thing)`, its forms by MIME type, everything escaped that is not its own."""
