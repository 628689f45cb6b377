# @something-wrong-on-this-page
something-wrong-on-this-page = このページに誤りがありますか?

# @tell-the-publisher-or-write-to

