<?php
// Installs a site: provision.php FOLDER ACCOUNTS pretty|plain
// It gives the adapter an account of its own, with the least rights, and two others for tests that need more.
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$login = wp_generate_password(20, false);
$admin = wp_install('Test site', 'admin', 'admin@example.org', true, '', $login)['user_id'];
update_option('permalink_structure', $argv[3] === 'plain' ? '' : '/%postname%/');
$GLOBALS['wp_rewrite']->init();
// Made anew by the first request, which knows of categories; here they would be made without.
delete_option('rewrite_rules');
update_option('timezone_string', 'Asia/Bangkok');
update_option('template', 'blank');
update_option('stylesheet', 'blank');
$may = ['read', 'edit_posts', 'edit_published_posts', 'publish_posts', 'delete_posts', 'delete_published_posts', 'upload_files',
    'manage_categories'];
add_role('prakat_publisher', 'Prakat', array_fill_keys($may, true));
$accounts = "admin=" . password($admin) . "\nadmin.login=$login\n";
foreach (['publisher' => 'prakat_publisher', 'editor' => 'editor'] as $name => $role) {
    $id = wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(40), 'user_email' => "$name@example.org",
        'role' => $role]);
    $accounts .= "$name=" . password($id) . "\n";
}
file_put_contents($argv[2], $accounts);

function password(int $user): string
{
    return WP_Application_Passwords::create_new_application_password($user, ['name' => 'prakat'])[0];
}
