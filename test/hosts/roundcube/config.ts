/** Dovecot on loopback alone: any user with the one password reads the one Maildir. */
export const dovecotConf = (dir: string, imapPort: number, password: string): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/dovecot
log_path = ${dir}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${dir}/mail
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=www-data gid=www-data home=${dir}/mail
}
namespace inbox {
  inbox = yes
  separator = /
${['Drafts', 'Sent', 'Trash', 'Junk'].map(specialFolder).join('\n')}
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;

function specialFolder(name: string): string {
  return `  mailbox ${name} {
    auto = subscribe
    special_use = \\${name}
  }`;
}

/** Mail is read here, never sent: the SMTP port is one where nothing listens. Dates are shown in full. */
export const roundcubeConf = (dir: string, imapPort: number): string => `<?php
$config['db_dsnw'] = 'sqlite:///${dir}/db/roundcube.sqlite?mode=0640';
$config['imap_host'] = '127.0.0.1:${imapPort}';
$config['smtp_host'] = '127.0.0.1:1';
$config['log_dir'] = '${dir}/logs';
$config['temp_dir'] = '${dir}/temp';
$config['des_key'] = 'lanting-paper-sample-key';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['language'] = 'en_US';
$config['timezone'] = 'UTC';
$config['prettydate'] = false;
$config['mail_pagesize'] = 100;
$config['refresh_interval'] = 3600;
$config['message_sort_col'] = 'date';
$config['message_sort_order'] = 'DESC';
`;
