# @a-bot-or-a-messaging-extension

# @adatum-forecast
adatum-forecast = Adatum Forecast

# @address-for-reporting-a-vulnerability
address-for-reporting-a-vulnerability = 脆弱性の報告先

# @address-of-the-trust-center

# @app-certification
app-certification = アプリの認定

# @app-name
app-name = アプリ名

# @app-registration
app-registration = **アプリの登録**

# @application
application = アプリケーション

# @application-profile-of-app-by-publisher

# @are-access-rights-reviewed-at-regular
are-access-rights-reviewed-at-regular = アクセス権は定期的に見直されていますか?

# @are-authorities-and-the-people-concerned
are-authorities-and-the-people-concerned = データ侵害が発生した場合、72 時間以内に当局と関係者に通知されますか?

# @are-automated-decisions-made-that-could
are-automated-decisions-made-that-could = 個人に法的な影響を及ぼす可能性のある自動化された決定が行われますか?

# @are-credentials-ever-kept-in-source
are-credentials-ever-kept-in-source = 資格情報がソース コードに保存されることはありますか?

# @are-developers-trained-in-secure-coding

# @are-development-test-and-production-environments
are-development-test-and-production-environments = 開発環境、テスト環境、運用環境は分離されていますか?

# @are-employees-bound-to-confidentiality-in

# @are-firewall-rules-reviewed-at-least
are-firewall-rules-reviewed-at-least = ファイアウォール規則は少なくとも年に 2 回見直されていますか?

# @are-hosts-built-from-a-hardened

# @are-internal-audits-of-the-controls

# @are-laptops-of-staff-with-production

# @are-logs-examined-regularly-by-people
are-logs-examined-regularly-by-people = 攻撃の兆候がないか、人またはツールによってログが定期的に調べられていますか?

# @are-names-stored

# @are-patches-applied-within-the-time
are-patches-applied-within-the-time = パッチはポリシーで定められた期限内に適用されていますか?

# @are-privacy-risks-assessed-regularly-for
are-privacy-risks-assessed-regularly-for = プライバシーのリスクは、影響評価などによって定期的に評価されていますか?

# @are-requests-from-data-subjects-answered

# @are-secrets-such-as-keys-and

# @are-suppliers-assessed-for-security-before

# @are-the-app-and-its-infrastructure
are-the-app-and-its-infrastructure = アプリとそのインフラストラクチャは四半期ごとに脆弱性スキャンを受けていますか?

# @are-the-clocks-of-all-systems

# @are-vulnerabilities-identified-and-ranked-by
are-vulnerabilities-identified-and-ranked-by = 脆弱性は、定められた手順に従って特定され、リスクの順に評価されていますか?

# @at-which-fedramp-impact-level-is

# @azure
azure = Azure

# @can-a-persons-data-be-erased
can-a-persons-data-be-erased = 個人のデータは要求に応じて消去できますか?

# @can-an-administrator-export-all-data

# @can-consent-be-withdrawn-as-easily

# @can-people-correct-data-about-themselves
can-people-correct-data-about-themselves = ユーザーは自分に関するデータを訂正できますか?

# @can-people-receive-their-data-in

# @can-several-organizations-use-the-same

# @can-the-processing-of-a-persons
can-the-processing-of-a-persons = 個人のデータの処理は要求に応じて制限できますか?

# @catalog-entry
catalog-entry = カタログのエントリ

# @compliance
compliance = コンプライアンス

# @contact-of-the-data-protection-officer
contact-of-the-data-protection-officer = データ保護責任者の連絡先

# @contoso-crm-dbc7
contoso-crm-dbc7 = Contoso CRM

# @controls-for-administrators
controls-for-administrators = 管理者向けの制御

# @country-or-region-of-the-head
country-or-region-of-the-head = 本社の所在国または地域

# @data-reached-through-bots
data-reached-through-bots = ボットを通じてアクセスされるデータ

# @date-of-the-latest-soc-1

# @date-of-the-latest-soc-2

# @date-of-the-latest-soc-3

# @delegated
delegated = 委任

# @do-all-components-of-the-app
do-all-components-of-the-app = アプリのすべてのコンポーネントがイベント ログを記録していますか?

# @do-all-employees-attend-security-awareness
do-all-employees-attend-security-awareness = すべての従業員が毎年セキュリティ意識向上トレーニングを受講していますか?

# @do-employees-of-the-publisher-ever

# @do-privacy-laws-such-as-the
do-privacy-laws-such-as-the = GDPR や CCPA などのプライバシー法がアプリに適用されますか?

# @do-the-coding-guidelines-cover-widespread
do-the-coding-guidelines-cover-widespread = コーディング ガイドラインは、OWASP Top 10 などの一般的な弱点を対象としていますか?

# @do-the-registered-permissions-match-those

# @does-a-policy-set-the-time
does-a-policy-set-the-time = パッチを適用する期限はポリシーで定められていますか?

# @does-a-public-privacy-notice-explain
does-a-public-privacy-notice-explain = データの収集、使用、提供、保存の方法は、公開されたプライバシーに関する通知で説明されていますか?

# @does-any-operating-system-or-software
does-any-operating-system-or-software = 環境内に、ベンダーのサポートが終了したオペレーティング システムやソフトウェアはありますか?

# @does-anything-that-identifies-a-person

# @does-personal-data-leave-the-region
does-personal-data-leave-the-region = 個人データが、収集された地域の外に出ることはありますか?

# @does-the-app-ask-for-consent

# @does-the-app-ask-only-for
does-the-app-ask-only-for = アプリは必要なアクセス許可のみを要求しますか?

# @does-the-app-call-preview-or
does-the-app-call-preview-or = アプリはプレビュー版または廃止された API を呼び出しますか?

# @does-the-app-comply-with-the

# @does-the-app-comply-with-the-6049

# @does-the-app-comply-with-the-6914

# @does-the-app-conform-to-the

# @does-the-app-follow-iso-iec

# @does-the-app-follow-iso-iec-6835

# @does-the-app-follow-the-controls

# @does-the-app-handle-payment-card

# @does-the-app-handle-sensitive-categories
does-the-app-handle-sensitive-categories = アプリは、健康、宗教、生体的特徴などの機微なデータを扱いますか?

# @does-the-app-hold-an-iso

# @does-the-app-hold-an-iso-3b10

# @does-the-app-implement-the-requirements

# @does-the-app-knowingly-handle-data
does-the-app-knowingly-handle-data = アプリは、16 歳未満の人のデータを意図的に扱いますか?

# @does-the-app-meet-the-childrens

# @does-the-app-meet-the-requirements

# @does-the-app-or-its-infrastructure
does-the-app-or-its-infrastructure = アプリまたはそのインフラストラクチャは、顧客やそのデバイスに関するデータを処理しますか?

# @does-the-app-or-its-infrastructure-2bf9
does-the-app-or-its-infrastructure-2bf9 = アプリまたはそのインフラストラクチャは顧客データを保存しますか?

# @does-the-app-react-to-continuous

# @does-the-app-sign-users-in
does-the-app-sign-users-in = アプリは Microsoft ID プラットフォームを通じてユーザーをサインインさせますか?

# @does-the-app-support-schools-in

# @does-the-app-work-with-conditional
does-the-app-work-with-conditional = アプリは条件付きアクセス ポリシーに対応していますか?

# @does-the-certificate-cover-the-hosting

# @does-the-publisher-control-every-redirect

# @excel
excel = Excel

# @fabrikam-mail-guard
fabrikam-mail-guard = Fabrikam Mail Guard

# @for-how-many-days-are-logs

# @for-publishers
for-publishers = 発行元向け

# @general-facts
general-facts = 基本情報

# @has-a-data-protection-officer-been
has-a-data-protection-officer-been = データ保護責任者は任命されていますか?

# @has-the-app-been-assessed-against

# @has-the-integration-been-checked-against
has-the-integration-been-checked-against = 統合は、公開されているベスト プラクティスの一覧と照らし合わせて確認されていますか?

# @here-publisher-explains-how-app-signs

# @here-publisher-explains-which-data-app

# @how-are-customers-told-about-a

# @how-can-a-person-send-such

# @how-data-is-handled
how-data-is-handled = データの取り扱い方法

# @how-long-is-customer-data-kept

# @how-often-are-backups-taken
how-often-are-backups-taken = バックアップはどのくらいの頻度で取得されますか?

# @how-often-are-encryption-keys-rotated

# @how-quickly-are-critical-patches-applied

# @how-soon-is-access-withdrawn-when

# @identity
identity = ID

# @in-which-regions-is-stored-data

# @information
information = **情報**

# @is-a-data-processing-agreement-offered

# @is-a-list-of-subprocessors-published

# @is-a-pci-dss-assessment-of

# @is-a-record-of-processing-activities

# @is-a-soc-1-report-available

# @is-a-soc-2-report-available

# @is-a-soc-3-report-published

# @is-a-web-application-firewall-placed

# @is-an-employee-alerted-automatically-when
is-an-employee-alerted-automatically-when = セキュリティ イベントが検出されると、担当の従業員に自動的に通知されますか?

# @is-customer-data-shared-with-subcontractors

# @is-customer-data-used-for-purposes
is-customer-data-used-for-purposes = 顧客データが、マーケティングなど、プライバシーに関する通知に記載されていない目的で使用されることはありますか?

# @is-data-encrypted-at-rest-and
is-data-encrypted-at-rest-and = 保存データと転送中のデータは暗号化されていますか?

# @is-data-erased-in-a-way

# @is-each-code-change-approved-by
is-each-code-change-approved-by = 各コード変更は、作成者以外の人によって承認されていますか?

# @is-each-customers-data-separated-from
is-each-customers-data-separated-from = 各顧客のデータは他の顧客のデータから分離されていますか?

# @is-intrusion-detection-or-prevention-software
is-intrusion-detection-or-prevention-software = ネットワーク境界で侵入検知または侵入防止ソフトウェアを使用していますか?

# @is-open-source-code-checked-for

# @is-personal-data-replaced-by-pseudonyms

# @is-personal-data-sold-or-rented
is-personal-data-sold-or-rented = 個人データが第三者に販売または貸与されることはありますか?

# @is-personal-data-used-to-train
is-personal-data-used-to-train = 個人データが機械学習モデルのトレーニングに使用されることはありますか?

# @is-real-customer-data-ever-used

# @is-the-app-authorized-under-the

# @is-the-app-listed-in-the

# @is-the-app-penetration-tested-by
is-the-app-penetration-tested-by = アプリは、独立した第三者による侵入テストを少なくとも年に 1 回受けていますか?

# @is-the-app-within-the-scope

# @is-the-incident-response-plan-exercised

# @is-the-outer-network-boundary-protected
is-the-outer-network-boundary-protected = ネットワークの外部境界はファイアウォールで保護されていますか?

# @is-there-a-defined-procedure-for
is-there-a-defined-procedure-for = 従業員アカウントの作成、変更、削除について定められた手順はありますか?

# @is-there-a-formal-process-for
is-there-a-formal-process-for = 情報セキュリティ リスクを管理するための正式なプロセスはありますか?

# @is-there-a-published-target-for

# @is-there-a-schedule-that-says

# @is-there-a-written-disaster-recovery
is-there-a-written-disaster-recovery = バックアップとその復元方法を含むディザスター リカバリー計画が文書化されていますか?

# @is-there-a-written-procedure-for
is-there-a-written-procedure-for = セキュリティ インシデントへの対応手順は文書化されていますか?

# @may-customers-ask-for-a-copy

# @microsoft-365-clients-that-can-run
microsoft-365-clients-that-can-run = アプリを実行できる Microsoft 365 クライアント

# @microsoft-teams
microsoft-teams = Microsoft Teams

# @must-every-change-be-requested-reviewed
must-every-change-be-requested-reviewed = すべての変更は、運用環境に反映する前に申請、レビュー、承認が必要ですか?

# @n-a
n-a = 該当なし

# @name-of-the-body-that-issued

# @no
no = いいえ

# @no-other-services-receive-data-from
no-other-services-receive-data-from = このアプリからデータを受け取る他のサービスはありません。

# @no-personal-data-appears-in-telemetry
no-personal-data-appears-in-telemetry = テレメトリやログに個人データは含まれません。

# @northwind-inventory-e699
northwind-inventory-e699 = Northwind Inventory

# @open-in-the-marketplace

# @open-in-the-teams-store

# @other-microsoft-apis
other-microsoft-apis = その他の Microsoft API

# @other-services
other-services = その他のサービス

# @outlook
outlook = Outlook

# @people-with-access-to-data
people-with-access-to-data = データにアクセスできるユーザー

# @permission
permission = **アクセス許可**

# @permissions-in-microsoft-graph
permissions-in-microsoft-graph = Microsoft Graph のアクセス許可

# @privacy
privacy = プライバシー

# @privacy-notice-address
privacy-notice-address = プライバシーに関する通知のアドレス

# @product-page
product-page = 製品ページ

# @publisher
publisher = 発行元

# @publisher-has-answered-about-personal-data

# @publisher-has-answered-these-questions-about

# @publisher-has-told-the-catalog-team

# @publisher-website
publisher-website = 発行元の Web サイト

# @response
response = **回答**

# @security
security = セキュリティ

# @security-details-from-the-proseware-cloud
security-details-from-the-proseware-cloud = Proseware Cloud Catalog のセキュリティ情報

# @show-in-a-new-tab

# @signs-the-user-in
signs-the-user-in = ユーザーをサインインさせます。

# @signs-the-user-in-and-shows

# @some-apps-pass-data-of-your

# @store-id
store-id = ストア ID

# @support-contact
support-contact = サポートの連絡先

# @telemetry-and-logs
telemetry-and-logs = テレメトリとログ

# @terms-of-use
terms-of-use = 使用条件

# @the-app-asks-for-these-microsoft
the-app-asks-for-these-microsoft = アプリは次の [Microsoft Graph のアクセス許可](https://learn.example.com/graph/permissions)を要求します:

# @the-details-below-are-taken-from
the-details-below-are-taken-from = 以下の情報は [Proseware Cloud Catalog](https://www.example.com/cloud-catalog) から取得したものです。

# @the-developer-last-reviewed-this-page
the-developer-last-reviewed-this-page = 開発者によるこのページの最終確認日: { DATETIME($reviewed, pattern: "y 年 M 月 d 日") }

# @the-table-shows-which-laws-and

# @this-app-does-not-call-any
this-app-does-not-call-any = このアプリは、その他の Microsoft API を呼び出しません。

# @type-of-permission
type-of-permission = **アクセス許可の種類**

# @what-can-an-administrator-do-about

# @what-kinds-of-data-does-the
what-kinds-of-data-does-the = アプリはどのような種類のデータを処理しますか?

# @what-publisher-has-declared-about-the

# @what-the-app-is-for
what-the-app-is-for = アプリの用途

# @when-was-a-restore-last-rehearsed

# @where-is-multifactor-authentication-enforced
where-is-multifactor-authentication-enforced = 多要素認証はどこで必須になっていますか?

# @which-authentication-library-does-the-app
which-authentication-library-does-the-app = アプリはどの認証ライブラリを使用していますか?

# @which-cloud-providers-host-the-app
which-cloud-providers-host-the-app = アプリの全体または一部をホストしているクラウド プロバイダーはどこですか?

# @which-csa-star-level-has-been

# @which-kinds-of-policies-have-been

# @which-legal-instrument-covers-transfers-to

# @which-password-length-does-the-policy

# @which-protection-against-malware-runs-in
which-protection-against-malware-runs-in = 運用環境ではどのマルウェア対策が実行されていますか?

# @which-service-model-is-the-app
which-service-model-is-the-app = アプリはどのサービス モデルでホストされていますか?

# @which-team-owns-the-risk-register

# @which-tls-versions-does-the-app

# @which-type-of-soc-2-report

# @why-are-names-stored

# @why-does-the-bot-read-the

# @why-is-it-needed
why-is-it-needed = **必要な理由**

# @yes
yes = はい

