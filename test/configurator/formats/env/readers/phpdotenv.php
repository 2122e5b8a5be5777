<?php
// Reads the texts of a JSON array with vlucas/phpdotenv; prints what each holds, null where it is refused.
require '/usr/share/php/Dotenv/autoload.php';
$read = function (string $text) {
    try {
        return (object) Dotenv\Dotenv::parse($text);
    } catch (Throwable) {
        return null;
    }
};
echo json_encode(array_map($read, json_decode(stream_get_contents(STDIN))), JSON_THROW_ON_ERROR);
