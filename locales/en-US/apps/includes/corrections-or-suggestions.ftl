### apps/includes/corrections-or-suggestions.md

# heading
something-wrong-on-this-page = Something wrong on this page?

# Something wrong on this page? (paragraph)
tell-the-publisher-or-write-to = Tell the publisher, or <a href="https://www.contoso.com/feedback?topic=app-profiles" target="_blank">write to the catalog team</a> and name the row that needs a correction.
