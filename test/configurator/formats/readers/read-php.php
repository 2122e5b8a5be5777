<?php
// Runs the files of a JSON array of base64 texts; prints what each leaves behind, strings in base64, null where PHP
// does not run it. Each runs in a process of its own: what a file defines cannot be taken back.
error_reporting(0);
$run = function () {
    $_SESSION = [];
    $returned = require func_get_arg(0);
    return ['returned' => $returned, 'variables' => get_defined_vars()];
};
$inChild = function (string $file, $out) use ($run) {
    // A file that ends the process must not print into what this program prints.
    ob_start(fn () => '');
    try {
        $left = $run($file);
    } catch (Throwable) {
        return;
    }
    $output = ob_get_clean();
    unset($left['variables']['returned']);
    $left += ['constants' => get_defined_constants(true)['user'] ?? [], 'session' => $_SESSION, 'output' => $output];
    array_walk_recursive($left, function (&$value) {
        $value = is_string($value) ? base64_encode($value) : $value;
    });
    fwrite($out, json_encode($left));
};
$read = function (string $text) use ($inChild) {
    $file = tempnam(sys_get_temp_dir(), 'cle-read-php');
    file_put_contents($file, base64_decode($text));
    [$in, $out] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $child = pcntl_fork();
    if ($child === 0) {
        $inChild($file, $out);
        exit;
    }
    fclose($out);
    $left = stream_get_contents($in);
    pcntl_waitpid($child, $status);
    unlink($file);
    return json_decode($left);
};
echo json_encode(array_map($read, json_decode(stream_get_contents(STDIN))), JSON_THROW_ON_ERROR);
