<?php
/**
 * Plugin Name: Prakat companion
 * Description: A post once and no twice; gone when its time is over, even if nobody comes to take it down.
 * Version: 1.0.1
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * Put this file into wp-content/mu-plugins/. It concerns itself with posts that carry a key of Prakat, and with nothing else:
 *
 *   1. A key is given to one post only, however many requests ask at the same moment: the others get 409 prakat_exists.
 *   2. When the time of a post is over the first request of anybody, whatever it is for, makes it a draft and puts its files aside.
 *      So it is out of pages, lists, feeds, sitemap, search and REST by WordPress's own rules, and plugins that keep pages hear of it.
 *   3. What was public and is not answers 410 and a notice, or 301 where the portal says so; never a page with a similar address.
 *   4. Our files have no pages of their own, and who came in with an application password cannot make himself another.
 *
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */

namespace Prakat\Companion;

defined('ABSPATH') || exit;

const UTC = '^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$';
const FIELDS = [
    '_prakat_key' => ['pattern' => '^[!-~]{0,190}$'],
    '_prakat_revision' => ['maxLength' => 190],
    '_prakat_sha256' => ['pattern' => '^([0-9a-f]{64})?$'],
    '_prakat_until' => ['pattern' => UTC],
    '_prakat_redirect' => ['pattern' => '^(https?://[!-~]{1,2000})?$'],
];
/** When it was first public; our own, not to be had over REST. */
const WAS_PUBLIC = '_prakat_was_public';
/** What was added to the names of a file's copies while it is put aside. */
const ASIDE = '_prakat_aside';
/** The earliest end of anything that is public, so that a request costs nothing until then. */
const NEXT = 'prakat_next_until';

// ---- What the portal tells about a post

add_action('init', __NAMESPACE__ . '\\register', 0);
add_action('init', __NAMESPACE__ . '\\expire', 1);

function register(): void
{
    foreach (FIELDS as $name => $schema) {
        register_post_meta('post', $name, ['type' => 'string', 'single' => true,
            // Registered fields are readable by everybody unless they are for editors only.
            'show_in_rest' => ['schema' => ['type' => 'string', 'context' => ['edit']] + $schema],
            'auth_callback' => static fn($allowed, $key, $post): bool => current_user_can('edit_post', $post)]);
    }
}

function field(int $post, string $name): string
{
    return (string) get_post_meta($post, $name, true);
}

// ---- 1. One post a key

add_filter('rest_pre_insert_post', __NAMESPACE__ . '\\claim', 10, 2);
add_filter('rest_request_after_callbacks', __NAMESPACE__ . '\\let_go', 10, 1);
add_filter('rest_post_collection_params', static function (array $params): array {
    return $params + ['prakat_key' => ['description' => 'The post with this key of Prakat.', 'type' => 'string']];
});
add_filter('rest_post_query', static function (array $query, \WP_REST_Request $request): array {
    $key = (string) $request['prakat_key'];
    if ($key !== '') {
        // Who may not write posts does not learn which keys there are.
        $query['post__in'] = (current_user_can('edit_posts') ? with_key($key) : []) ?: [0];
    }
    return $query;
}, 10, 2);

/** @param object|\WP_Error $post */
function claim($post, \WP_REST_Request $request)
{
    $meta = $request['meta'];
    $key = is_array($meta) && is_string($meta['_prakat_key'] ?? null) ? $meta['_prakat_key'] : '';
    if ($key === '' || is_wp_error($post)) {
        return $post;
    }
    if (!lock($key)) {
        return new \WP_Error('prakat_busy', "another request holds the key $key", ['status' => 503]);
    }
    $others = array_diff(with_key($key), [(int) ($post->ID ?? 0)]);
    if ($others) {
        return new \WP_Error('prakat_exists', "post {$others[array_key_first($others)]} has the key $key",
            ['status' => 409, 'post_id' => $others[array_key_first($others)]]);
    }
    // With the row itself: the field of the request is written later, when the lock might be gone.
    $post->meta_input = ['_prakat_key' => $key];
    return $post;
}

function lock(string $key): bool
{
    global $wpdb, $prakat_lock;
    $prakat_lock = 'prakat:' . md5(DB_NAME . $wpdb->prefix . $key);
    return $wpdb->get_var($wpdb->prepare('select get_lock(%s, 20)', $prakat_lock)) === '1';
}

function let_go($response)
{
    global $wpdb, $prakat_lock;
    if ($prakat_lock) {
        $wpdb->get_var($wpdb->prepare('select release_lock(%s)', $prakat_lock));
        $prakat_lock = null;
    }
    return $response;
}

/** The posts with a key, also those in the trash. The database may take different letters for the same; this does not. */
function with_key(string $key): array
{
    global $wpdb;
    $rows = $wpdb->get_results($wpdb->prepare("select m.post_id, m.meta_value from $wpdb->postmeta m join $wpdb->posts p
        on p.ID = m.post_id where m.meta_key = '_prakat_key' and m.meta_value = %s and p.post_type = 'post' order by p.ID", $key));
    return array_values(array_map(static fn($row): int => (int) $row->post_id,
        array_filter($rows, static fn($row): bool => $row->meta_value === $key)));
}

// ---- 2. Gone when the time is over

foreach (['added_post_meta', 'updated_post_meta', 'deleted_post_meta'] as $hook) {
    add_action($hook, static function ($id, $post, $name): void {
        if ($name === '_prakat_until') {
            look_ahead();
        }
    }, 10, 3);
}
add_action('transition_post_status', static function (string $new, string $old, \WP_Post $post): void {
    if (field($post->ID, '_prakat_key') === '') {
        return;
    }
    if ($new === 'publish') {
        field($post->ID, WAS_PUBLIC) !== '' || update_post_meta($post->ID, WAS_PUBLIC, gmdate('Y-m-d\TH:i:s\Z'));
        put_back($post->ID);
    }
    look_ahead();
}, 10, 3);
// A post that was public before it got a key.
add_action('added_post_meta', static function ($id, $post, $name): void {
    if ($name === '_prakat_key' && get_post_status($post) === 'publish') {
        add_post_meta($post, WAS_PUBLIC, gmdate('Y-m-d\TH:i:s\Z'), true);
    }
}, 10, 3);
add_action('delete_attachment', __NAMESPACE__ . '\\put_back_file');
// A name stays taken while its file is aside: the file comes back to it.
add_filter('wp_unique_filename', static function (string $name, string $ext, string $dir): string {
    $stem = basename($name, $ext);
    for ($n = 1; is_taken($dir, $name); $n++) {
        $name = "$stem-$n$ext";
    }
    return $name;
}, 10, 3);

function public_until(string $what): array
{
    global $wpdb;
    return $wpdb->get_results("select p.ID, m.meta_value as until from $wpdb->postmeta m join $wpdb->posts p on p.ID = m.post_id
        where m.meta_key = '_prakat_until' and m.meta_value > '' and p.post_status = 'publish' $what");
}

function look_ahead(): void
{
    $next = public_until('order by m.meta_value limit 1');
    update_option(NEXT, $next ? $next[0]->until : '', true);
}

function expire(): void
{
    global $wpdb;
    $now = gmdate('Y-m-d\TH:i:s\Z');
    $next = (string) get_option(NEXT, '');
    if ($next === '' || $next > $now) {
        return;
    }
    foreach (public_until($wpdb->prepare('and m.meta_value <= %s', $now)) as $row) {
        $id = (int) $row->ID;
        // Not by wp_update_post: that would run the text through the filters of whoever happens to come by.
        $mine = $wpdb->update($wpdb->posts, ['post_status' => 'draft'], ['ID' => $id, 'post_status' => 'publish']);
        clean_post_cache($id);
        if ($mine) {
            put_aside($id);
            wp_transition_post_status('draft', 'publish', get_post($id));
        }
    }
    look_ahead();
}

/** The web server gives files out without asking PHP, so that only another name keeps them in. */
function put_aside(int $post): void
{
    foreach (files_of($post) as $file) {
        $suffix = '.aside-' . bin2hex(random_bytes(16));
        if (add_post_meta($file, ASIDE, $suffix, true)) {
            foreach (copies($file) as $path) {
                file_exists($path) && rename($path, $path . $suffix);
            }
        }
    }
}

function is_taken(string $dir, string $name): bool
{
    foreach (scandir($dir) ?: [] as $other) {
        if ($other === $name || strpos($other, "$name.aside-") === 0) {
            return true;
        }
    }
    return false;
}

function put_back(int $post): void
{
    array_map(__NAMESPACE__ . '\\put_back_file', files_of($post));
}

function put_back_file(int $file): void
{
    $suffix = field($file, ASIDE);
    if ($suffix !== '') {
        foreach (copies($file) as $path) {
            file_exists($path . $suffix) && !file_exists($path) && rename($path . $suffix, $path);
        }
        delete_post_meta($file, ASIDE);
    }
}

function files_of(int $post): array
{
    return get_posts(['post_type' => 'attachment', 'post_status' => 'any', 'post_parent' => $post, 'numberposts' => -1, 'fields' => 'ids']);
}

/** Every file of an attachment: what was uploaded, and the sizes that WordPress made of an image. */
function copies(int $file): array
{
    $main = (string) get_attached_file($file, true);
    if ($main === '') {
        return [];
    }
    $data = wp_get_attachment_metadata($file, true) ?: [];
    $names = array_merge([basename($main), $data['original_image'] ?? ''], array_column($data['sizes'] ?? [], 'file'));
    return array_map(static fn(string $name): string => dirname($main) . '/' . $name, array_unique(array_filter($names)));
}

// ---- 3. What was public and is not

// Before WordPress looks for another page with a similar address.
add_action('template_redirect', __NAMESPACE__ . '\\answer', 0);
add_filter('wp_robots', static function (array $robots): array {
    $until = is_singular() ? field(get_queried_object_id(), '_prakat_until') : '';
    return $until === '' ? $robots : $robots + ['unavailable_after' => $until];
});
// The public address of what is deleted for good: its sum only, because nothing of it may stay.
add_action('before_delete_post', static function (int $id, \WP_Post $post): void {
    if (field($id, '_prakat_key') !== '' && field($id, WAS_PUBLIC) !== '') {
        update_option(gone_option(preg_replace('/__trashed$/D', '', $post->post_name)), '1', false);
        look_ahead();
    }
}, 10, 2);

function gone_option(string $slug): string
{
    return 'prakat_gone_' . hash('sha256', $slug);
}

function answer(): void
{
    if (is_attachment() && is_ours(get_queried_object())) {
        global $wp_query;
        $wp_query->set_404();
        status_header(404);
        remove_action('template_redirect', 'redirect_canonical');
        return;
    }
    if (is_singular()) {
        $until = field(get_queried_object_id(), '_prakat_until');
        $until === '' || header("X-Robots-Tag: unavailable_after: $until");
    }
    if (file_put_aside((string) parse_url($_SERVER['REQUEST_URI'] ?? '', PHP_URL_PATH))) {
        gone(null);
    }
    if (is_404()) {
        $post = once_public();
        if ($post && ($to = field($post->ID, '_prakat_redirect')) !== '') {
            wp_redirect($to, 301, 'Prakat');
            exit;
        }
        $slug = slug();
        if ($post || ($slug !== '' && get_option(gone_option($slug)))) {
            gone($post);
        }
    }
}

function is_ours($post): bool
{
    return $post instanceof \WP_Post && $post->post_parent > 0 && field($post->post_parent, '_prakat_key') !== '';
}

function slug(): string
{
    return sanitize_title(basename((string) (get_query_var('name') ?: get_query_var('pagename') ?: get_query_var('attachment'))));
}

function once_public(): ?\WP_Post
{
    global $wpdb;
    $id = (int) get_query_var('p');
    $slug = slug();
    if (!$id && $slug !== '') {
        $id = (int) $wpdb->get_var($wpdb->prepare("select p.ID from $wpdb->posts p join $wpdb->postmeta m on m.post_id = p.ID
            where p.post_name in (%s, %s) and p.post_type = 'post' and m.meta_key = %s order by p.ID limit 1",
            $slug, $slug . '__trashed', WAS_PUBLIC));
    }
    $post = $id ? get_post($id) : null;
    return $post && field($id, WAS_PUBLIC) !== '' && field($id, '_prakat_key') !== '' ? $post : null;
}

/** Whether an address is that of a file that is put aside, or of a size of it. */
function file_put_aside(string $path): bool
{
    $base = (string) parse_url(wp_get_upload_dir()['baseurl'], PHP_URL_PATH) . '/';
    if (strpos($path, $base) !== 0) {
        return false;
    }
    $name = rawurldecode(substr($path, strlen($base)));
    foreach ([$name, preg_replace('/-\d+x\d+(\.[^.]+)$/D', '$1', $name), preg_replace('/-\d+x\d+(\.[^.]+)$/D', '-scaled$1', $name)] as $try) {
        $found = get_posts(['post_type' => 'attachment', 'post_status' => 'any', 'numberposts' => 1, 'fields' => 'ids',
            'meta_query' => [['key' => '_wp_attached_file', 'value' => $try], ['key' => ASIDE, 'compare' => 'EXISTS']]]);
        if ($found) {
            return true;
        }
    }
    return false;
}

/** The portal's own notice where it left one, else ours. */
function gone(?\WP_Post $post): void
{
    $title = $post ? get_the_title($post) : '';
    $own = $post && preg_match('/<!--\s*prakat:1:[0-9a-z-]+:gone\b/', $post->post_content) === 1;
    $text = $own ? wp_kses_post($post->post_content)
        : '<p>ข้อมูลที่อยู่นี้เคยเผยแพร่ และพ้นระยะเวลาเผยแพร่หรือหน่วยงานได้นำลงแล้ว</p><p lang="en">What was published at this address '
            . 'is no longer available: its time is over, or the agency has taken it down.</p>';
    nocache_headers();
    status_header(410);
    header('X-Robots-Tag: noindex');
    header('Content-Type: text/html; charset=UTF-8');
    echo '<!doctype html><html lang="th"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">',
        '<meta name="robots" content="noindex"><title>410</title></head><body><main><h1>ไม่ได้เผยแพร่แล้ว <span lang="en">No longer published',
        '</span></h1>', $title === '' ? '' : '<h2>' . esc_html(wp_strip_all_tags($title)) . '</h2>', $text,
        '<p><a href="', esc_url(home_url('/')), '">', esc_html(get_bloginfo('name')), '</a></p></main></body></html>';
    exit;
}

// ---- 4. No further way in

add_filter('map_meta_cap', static function (array $caps, string $cap): array {
    $by_password = function_exists('rest_get_authenticated_app_password') && rest_get_authenticated_app_password();
    return $cap === 'create_app_password' && $by_password ? ['do_not_allow'] : $caps;
}, 10, 2);
