import type { Words } from '../detect/types';

/**
 * The words by which pages say what stands beside them, in a dozen languages: sources of regular expressions, all
 * matched against lower-cased text. They boost and lower; a page whose language is not here is read by its structure.
 */
export const WORDS: Words = {
  labels: [
    [
      'sender',
      'from|sent by|written by|von|de|da|van|fra|från|od|от|от кого|kimden|差出人|来自|من|מאת',
      'sender|absend|expédit|remit|remet|mittent|afzend|avsänd|lähett|nadaw|отправ|gönder|[发發]件人|寄件|发信人|送信者|보낸',
    ],
    [
      'recipient',
      'to|cc|bcc|sent to|an|à|a|cci|para|aan|till?|kopi[ae]?|do|d?u?dw|кому|копия|alıcı|kime|bilgi|副本|密[送件].*|宛先|참조|إلى|نسخة( مخفية)?|אל|עותק( מוסתר| נסתר)?',
      'recipient|empfäng|blindk|destinata|ontvang|vastaanot|收件|抄送|받는',
    ],
    [
      'staff',
      '(owner|agent)( (name|alias|id))?|operator|seller|comercial|commerciale?|verkäufer|handler|(store|shop|seller) .{0,8}|(account|contact|lead|deal|case|record|customer|client|relationship|customer success|key account) (manager|owner|executive)|csm|sales ?(person|man|rep(resentative)?)|admin ?cc|team|queue|technicien|vendedora?|vendeu(r|se)|(gestor|ejecutiv[oa]|gerente) de (la )?(cuenta|conta)s?|(chargée?|gestionnaire) (de |du )?(client(èle)?|compte)s?|accountmanager|(relatie|klant)beheerder|(opiekun|doradca|менеджер)( \\S{1,12})?|(kund(en?)?|vertriebs|verkaufs)(berater|betreuer|verantwortlicher?|ansvarl?ig)([:/*]?in)?|asiakas(vastaava|päällikkö)|müşteri (temsilcisi|yöneticisi|sorumlusu)|(专属|大)?客[户戶](成功)?(经理|經理|专员|專員|顾问|顧問|代表|负责人|負責人|主管)|(顧客|営業|自社|社内)担当者?|(고객|영업) ?(담당자?|매니저)|المسؤول|المكلف|נציג|אחראי|betreuer|propie?tario|propriétaire|客服|坐席|担当者?|담당자|销售.{0,2}',
      'sachbearbeit|mitarbeiter|assign|assegn|responsa|responsib|created|modified|updated|follower|observ|watcher|collabor|besitzer|bearbeit|zuständ|zugewies|verantw|beobacht|attribué|asignad|proprietari|eigena|toegewez|behandel|właścic|przypis|ответств|исполнит|владел|[负負][責责]人|处理人|受理人|[审審][批核]人|[开開]立人|乙方|[卖賣销銷]方|指派|所有者|拥有者|跟进人|经办人|创建|业务员',
    ],
    [
      'company',
      'accounts?( name)?|parent.*|employer|member of|konto|compte|cuenta|société|società|单位|企业',
      'compan|organi[sz]|firma|unternehm|entrepr|empresa|azienda|bedrijf|компани|организ|şirket|(所属|上级|母|客户)?公司|会社|회사',
    ],
    [
      'email',
      '(primary |work |business |main )?e-?mails?( address.*)?|mail|adresse e-?mail|indirizzo e-?mail|эл\\.? ?почта|почта|البريد( الإلكتروني)?|דוא"?ל|אימייל',
      'e-?mail-?adress|courriel|correo|电子邮|電子郵件|邮箱|信箱|メール|이메일',
    ],
    [
      'name',
      '((full|display|party|customer|contact|first|last|given|family) ?)?name|surname|vorname|nachname|prénom|apellidos?|cognome|imię|nazwisko|фамилия|nom|nombre|nome|naam|na[mv]n|imię|имя|название|الاسم|שם',
      '姓名|线索名|名[称稱字]|客户名|客户姓名|联系人姓名|氏名|名前|이름',
    ],
    [
      'phone',
      '((work |business |main |direct )?(tele)?phone|mobile)( ?(number|phone))?|tel|cell|fax|mobil|handy|portable|móvil|الهاتف|الجوال|טלפון|נייד',
      'telefo|téléph|teléf|cellul|телефон|电话|電話|手[机機]|联系电话|座机|携帯|전화',
    ],
    [
      'customer',
      'contact( (info|details|person).*)?|customers?( (info|details|profile).*)?|clients?|raised by|reporter|end.?user|caller|guest|lead|visitor|user|melder|clientes?|klant|kund|besteller|автор заявки|(bill(ed)?|ship(ped)?|sold|invoiced?)[- ]to|rechnung an|(datos|dados|données|dati|dane) (del?|du|do) (cliente?)|facturer à|facturé à|مقدم الطلب|العميل|לקוח|פונה|担当者名|contacto|contatt?o|kontakt',
      'request(or|er|ed )|reported |submitted |submitte|kunde|kundin|kundeninfo|anfrag|anford|ansprech|auftragg|demandeur|rapporteur|solicit|richied|aanvrag|asiakas|klient|zgłasz|клиент|заявит|контакт|müşteri|talep |客[户戶](?!行[业業]|[级級等][别別级級]|[来來]源|[编編][号號]|[状狀][态態]|[类類]型|地址|[备備]注|[标標][签籤]|性[质質]|[规規]模|分[类類])|甲方|[买買购購]方|[首主]?要?联系人|[首主]?要?聯絡人|请求|申请人|报告人|報告人|提交人|提单人|咨询人|访客|顧客|お客様|依頼者|고객|요청|의뢰',
    ],
    [
      'reply',
      'reply[- ]?to|repl(y|ies) (address|go to)|antwort an|antwortadresse|répondre à|responder a|rispondi a|svar till|antwoord aan|odpowiedz do|ответить|返信先|답장 받는 사람',
      '回[复覆]至|回[复覆]到|回[复覆]地址|回信地址|回[复覆]給|回复给',
    ],
    [
      'other',
      '(other|related|similar|recent|latest)\\b.{0,20}|new (watchers|people|members|contacts?)|contacts|colleagues|history|activit(y|ies)|timeline|relationships|subsidiaries|members|children|people|(其他|相关|全部|最近).*|signature|return-path|subject|objet|asunto|oggetto|date|fecha|data|sent|time|(job )?(title|position)|department|abteilung|funktion|poste|cargo|puesto',
      '客[户戶](行[业業]|[级級等][别別级級]|[来來]源|[编編][号號]|[状狀][态態]|[类類]型|地址|[备備]注|[标標][签籤]|性[质質]|[规規]模|分[类類])|职[务位称]|職[務位稱]|岗位|部[门門]|同事|历史|活动|betreff|主题|datum|日期|时间',
    ],
  ],
  attributes: [
    ['recipient', '\\b(to|b?cc|recipients?)\\b'],
    ['staff', '\\b(assign|owner|agents?\\b|staff|operator|admin ?cc|watcher|modified|created)'],
    ['customer', '\\b(request[eo]r|customer|reporter|end user|submitter)'],
    ['sender', '\\b(from|sender)\\b'],
    ['company', '\\b(company|organi[sz]ation|account|parent)\\b'],
    ['email', '\\be-?mail\\b'],
    ['phone', '\\b(phone|tel|mobile)\\b'],
  ],
  session:
    '\\b(signed in|logged in|log ?out|sign ?out|log ?off|abmelden|angemeldet|déconnexion|se déconnecter|cerrar sesión|esci|disconnetti|sair|uitloggen|afmelden|logga ut|wyloguj|çıkış)\\b|выйти|выход|退出|注销|登出|ログアウト|로그아웃',
  account:
    '\\b(accounts?|my profile|profile|konto|compte|cuenta|conta)\\b|аккаунт|账号|帐号|账户|帳號|帳戶|我的邮箱|アカウント|계정',
  wrote:
    '^[\\s>＞)）]*(wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|kirjoitti|napisał\\(?a?\\)?|пишет|написал\\(?а?\\)?|yazdı|写道|寫道|のメール|작성)',
  sentUrl: '[#/=&?:](in:)?sent([-_ +]?(items|mail|messages))?([/&?#]|$)|%e5%b7%b2%e5%8f%91%e9%80%81',
  sentTitle:
    '^(\\(\\d+\\) )?(sent( items| mail)?|gesendet(e objekte)?|envoyés|enviados|inviati|已发送|已发邮件|寄件備份|送信済み|отправленные)(?!\\p{L})',
  search: 'search|query|filter|^q |suche|recherche|buscar|cerca|поиск|搜索|查找|查询|検索|검색',
  settings:
    '^(\\S+ )?(dashboard|settings|preferences|仪表盘|控制台|系统设置)( [^a-z]|$)|^\\w+:[/]+[^/]+[/](#[/])?(profile|account)$|[/#=](settings|preferences|options[-.\\w]*|my[-/]?(profile|account)|profile\\.php|(user|account)/profile$|(person(al)?|(user|account|personal)-?cent(er|re))(/index)?$|login|sign-?in)([/?&#]|$)',
  mine: '^(个人|個人)(中心|信息|资料|資料|设置|設定)$|^我的(账号|账户|帳號|资料|資料)$|^my (profile|account)$|^mein (profil|konto)$|^(mon|mi|meu|il mio) (profil|compte|perfil|cuenta|conta|profilo)$',
  noName:
    '^(home|dashboard|inbox|(ticket|contact|customer|account|lead|order|invoice|product|user|folder|message|conversation)s?|mail|settings|profile|preferences|search|overview|details|sent|drafts|login|sign in|welcome|untitled|new message|(send|write|contact|e-?mail)( an?)?( (e-?mail|message|us|me)\\b.*)?|(edit|add|new|view|show|update|create)( a| an| the)? (\\w+ )?(ticket|contact|customer|account|client|company|person|lead|deal|order|invoice|user|member|record)s?( details)?|(draft|sales|purchase|open|closed|support|my|all|our|active|recent) (\\w+ )?(order|ticket|case|invoice|quote|request|deal|contact|customer|account|lead)s?|.* (bearbeiten|anlegen|anzeigen|hinzufügen)|(modifier|ajouter|afficher|editar|añadir|modifica|aggiungi) .*|(编辑|編輯|查看|新增|新建|添加|修改).{0,8}|e-?mail senden.*|发送?邮件.*|写信.*|首页|.{1,4}人|.{0,8}([详詳]情|明[细細]|列表|管理|日志|日誌|[记記][录錄])|(基本|系统|其他|更多|重要|[联聯][系絡])(信息|资料|資訊|資料)|(重要|普通|[潜潛]在|老|新|vip ?)客[户戶]|线索|商机|合同|[订訂][单單]|is \\w+|客户|联系人|收件箱|邮件|设置|工单|详情|概览|登录|通讯录)$',
  sharedDomains:
    '^(g(oogle)?mail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|web|mail|inbox|yandex|qq|foxmail|163|126|yeah|139|189|sina|sohu|aliyun|proton(mail)?|pm|zoho|naver|daum|hanmail|t-online|orange|free|wanadoo|libero)\\.(com?|net|org|de|fr|it|ru|cn|me|jp|uk|co\\.\\w\\w|com\\.\\w\\w)$',
};
