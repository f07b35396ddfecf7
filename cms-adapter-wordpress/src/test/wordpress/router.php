<?php
// What a web server does for a site: it keeps a log, gives files out, and leaves everything else to WordPress.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if ($path === '/harness-sync') {
    http_response_code(204);
    return true;
}
register_shutdown_function(static function (): void {
    $line = [microtime(true), $_SERVER['REQUEST_METHOD'], $_SERVER['REQUEST_URI'], http_response_code(), $_SERVER['PHP_AUTH_USER'] ?? ''];
    file_put_contents(__DIR__ . '/access.log', implode(' ', $line) . "\n", FILE_APPEND | LOCK_EX);
});
$file = realpath($root . $path);
if ($file !== false && is_file($file) && str_starts_with($file, $root . '/')) {
    if (!str_ends_with($file, '.php')) {
        return false;
    }
    require $file;
    return true;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF'] = '/index.php';
require $root . '/index.php';
return true;
