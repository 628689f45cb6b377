# @certified-apps
certified-apps = 認定済みアプリ

# @choose-what-you-want-to-know
choose-what-you-want-to-know = アプリについて知りたい内容を選択してください

# @general
general = 全般

# @data-handling
data-handling = データの取り扱い

# @attested-apps
attested-apps = 証明済みアプリ

# @cloud-catalog
cloud-catalog = クラウド カタログ

