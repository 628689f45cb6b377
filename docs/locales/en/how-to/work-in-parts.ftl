### how-to/work-in-parts.md

# heading
work-in-parts-on-many-machines = Work in parts, on many machines

# Work in parts, on many machines (paragraph)
sync-translate-and-check-take-shard =
    `sync`, `translate` and `check` take `--shard I/N`: one of N parts of the work. Which documents belong to a part follows from their
    names, so the machines need not know of each other. Each works in a clone of its own and commits; the branches merge without a
    conflict where the merge driver is set up, and one `handback sync` afterwards writes the pages that need drafts of several parts. The
    result is that of one sync. Shared texts are drafted by one part for each locale, so N beyond the number of documents and locales
    gains nothing; all parts read all of the project, so a plain `sync` gains little.

# Work in parts, on many machines (paragraph)
on-one-machine-with-a-work = On one machine, with a work tree for each part:

# Work in parts, on many machines (heading)
on-github-and-kubernetes = On GitHub and Kubernetes

# On GitHub and Kubernetes (paragraph)
a-check-in-parts-each-job = A check in parts: each job fails for its own documents, and the first for what is of no document, such as `locale-incomplete`.
