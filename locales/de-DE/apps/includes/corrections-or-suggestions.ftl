# @something-wrong-on-this-page
something-wrong-on-this-page = Stimmt etwas auf dieser Seite nicht?

# @tell-the-publisher-or-write-to

