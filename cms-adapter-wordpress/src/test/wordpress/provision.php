<?php
// Installs a site and gives the adapter an account of its own, with the least rights and an application password.
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Test site', 'admin', 'admin@example.org', true, '', wp_generate_password(40));
update_option('permalink_structure', '/%postname%/');
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules(false);
update_option('timezone_string', 'Asia/Bangkok');
update_option('template', 'blank');
update_option('stylesheet', 'blank');
$may = ['read', 'edit_posts', 'edit_published_posts', 'publish_posts', 'delete_posts', 'delete_published_posts', 'upload_files',
    'manage_categories'];
add_role('prakat_publisher', 'Prakat', array_fill_keys($may, true));
$id = wp_insert_user(['user_login' => 'prakat', 'user_pass' => wp_generate_password(40),
    'user_email' => 'prakat@example.org', 'role' => 'prakat_publisher']);
[$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'prakat']);
file_put_contents($argv[1], $password);
