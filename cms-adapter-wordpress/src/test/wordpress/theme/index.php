<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><?php wp_head(); ?></head><body><?php
while (have_posts()) { the_post(); echo '<h1><a href="', esc_url(get_permalink()), '">', get_the_title(), '</a></h1>'; the_content(); }
wp_footer(); ?></body></html>
