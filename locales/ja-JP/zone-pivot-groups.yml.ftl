certified-apps = 認定済みアプリ
choose-what-you-want-to-know = アプリについて知りたい内容を選択してください
general = 全般
data-handling = データの取り扱い
attested-apps = 証明済みアプリ
cloud-catalog = クラウド カタログ
