# @something-wrong-on-this-page
something-wrong-on-this-page = ¿Hay algún error en esta página?

# @tell-the-publisher-or-write-to

