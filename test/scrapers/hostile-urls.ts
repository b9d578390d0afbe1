/** Addresses that must not be connected to, each in a form that has fooled a guard somewhere. */
export const HOSTILE_URLS: readonly string[] = [
  // Loopback, as it is and in the odd forms of IPv4
  ...[
    'http://127.0.0.1/',
    'http://127.0.0.1:8080/',
    'https://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
  ],
  ...['http://2130706433/', 'http://0x7f.1/', 'http://0x7f000001/', 'http://0x7F.0x0.0x0.0x1/'],
  ...['http://0177.0.0.1/', 'http://017700000001/', 'http://0177.0x0.0.1/', 'http://127.0.0.1./'],
  ...['http://①②⑦.0.0.1/', 'http://１２７.０.０.１/', 'http://127。0。0。1/', 'http://127.0.0.1%2f@a.cn/'],
  ...['http://%31%32%37.0.0.1/', 'http://127.0.0.01/', 'http://127.255.255.254/', 'http://127.00000.0.1/'],
  ...['http://ⓛocalhost/', 'http://LOCALHOST/', 'http://localhost./', 'http://localhost:8000/'],
  ...['http://a.localhost/', 'http://localhost.localdomain/', 'http://127.0.0.1\\@a.cn/'],
  // This network, private networks, carrier-grade NAT
  ...['http://0/', 'http://0.0.0.0/', 'http://0.0.0.0:8080/', 'http://0.1.2.3/', 'http://10.0.0.1/'],
  ...['http://10.255.255.255/', 'http://167772161/', 'http://172.16.0.1/', 'http://172.31.255.255/'],
  ...['http://192.168.0.1/', 'http://0xc0a80001/', 'http://192.168.257/', 'http://100.64.0.1/'],
  // Metadata services
  ...['http://169.254.169.254/latest/meta-data/', 'http://2852039166/', 'http://0xa9fea9fe/'],
  ...['http://0251.0376.0251.0376/', 'http://169.254.0.23/', 'http://100.100.100.200/'],
  ...['http://192.0.0.192/opc/v2/', 'http://168.63.129.16/', 'http://metadata.google.internal/'],
  ...['http://METADATA.google.internal./', 'http://metadata/', 'http://instance-data.ec2.internal/'],
  ...['http://[fd00:ec2::254]/', 'http://[::ffff:169.254.169.254]/'],
  // Multicast, broadcast, reserved, documentation, benchmarking
  ...['http://224.0.0.1/', 'http://239.1.1.1/', 'http://240.0.0.1/', 'http://255.255.255.255/'],
  ...['http://192.0.2.1/', 'http://198.51.100.1/', 'http://203.0.113.1/', 'http://198.18.0.1/'],
  ...['http://192.88.99.1/', 'http://192.175.48.1/'],
  // IPv6
  ...['http://[::]/', 'http://[::1]/', 'http://[0:0:0:0:0:0:0:1]/', 'http://[::ffff:127.0.0.1]/'],
  ...['http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[64:ff9b::127.0.0.1]/'],
  ...['http://[64:ff9b:1::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[2001:0:7f00:1::]/'],
  ...['http://[fc00::1]/', 'http://[fd12:3456::1]/', 'http://[fe80::1]/', 'http://[fe80::1%25eth0]/'],
  ...[
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://[3fff::1]/',
  ],
  // Names of a network of one's own
  ...['http://intranet/', 'http://router.lan/', 'http://printer.local/', 'http://db.internal/'],
  ...['http://nas.home.arpa/', 'http://dc1.corp/', 'http://x.test/', 'http://x.invalid/', 'http://x.onion/'],
  ...['http://a..cn/', 'http://./', 'http://.../'],
  // Schemes, ports, users
  ...['file:///etc/passwd', 'ftp://a.cn/', 'gopher://a.cn:70/', 'dict://a.cn:2628/', 'ldap://a.cn/'],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:http://a.cn/1',
    'ws://a.cn/',
    'view-source:http://a.cn/',
  ],
  ...['http://a.cn:22/', 'http://a.cn:25/', 'http://a.cn:3306/', 'http://a.cn:6379/', 'http://a.cn:9200/'],
  ...['http://a.cn:7999/', 'http://a.cn:65535/', 'http://a.cn:0/', 'http://a.cn:99999/'],
  ...['http://user@a.cn/', 'http://user:pass@a.cn/', 'http://:@127.0.0.1/', 'http://a.cn@127.0.0.1/'],
];

export const PUBLIC_URLS: readonly string[] = [
  ...['http://www.gov.cn/', 'https://www.gov.cn/', 'http://www.gov.cn./', 'http://61.150.65.235/zfxxgk/'],
  ...['http://122.137.242.24:8080/pub/', 'http://a.cn:8000/', 'http://a.cn:8999/', 'https://a.cn:8443/'],
  ...['http://政务.中国/', 'http://localhost.gov.cn/', 'http://internal.gov.cn/', 'http://[2400:3200::1]/'],
  ...['https://a.cn:80/', 'http://a.cn/?u=http://127.0.0.1/'],
];
