"""Tables, repositories, migrations and blobs: the keepers' protocols on SQL and on disk."""
