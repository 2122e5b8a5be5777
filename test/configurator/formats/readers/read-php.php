<?php
// Runs the files of a JSON array of base64 texts; prints what each leaves behind, strings in base64, null where PHP
// does not run it. Each runs in a process of its own: what a file defines cannot be taken back.
error_reporting(0);
$run = function () {
    $_SESSION = [];
    $returned = require func_get_arg(0);
    return ['returned' => $returned, 'variables' => get_defined_vars()];
};
/** CakePHP's, as far as files fill it. */
class Configure
{
    public static $all = [];
    public static function write($name, $value = null)
    {
        foreach (is_array($name) ? $name : [$name => $value] as $each => $said) {
            self::$all[$each] = $said;
        }
    }
}
/** Symfony's container, as far as files fill it: every call with a name and a value is kept. */
class Container
{
    public $said = [];
    public function __call($method, $arguments)
    {
        if (count($arguments) === 2) {
            $this->said[$arguments[0]] = $arguments[1];
        }
        return $this;
    }
}
$called = function ($returned) {
    if (!$returned instanceof Closure) {
        return $returned;
    }
    $container = new Container();
    return $returned($container) ?? $container->said;
};
$members = function (array $names) {
    $reflected = array_map(fn ($name) => new ReflectionClass($name), array_combine($names, $names));
    return array_map(fn ($class) => $class->getConstants() + $class->getDefaultProperties(), $reflected);
};
$packed = function ($value) use (&$packed) {
    if (is_object($value)) {
        $value = get_object_vars($value);
    }
    return is_array($value) ? array_map($packed, $value) : (is_string($value) ? base64_encode($value) : $value);
};
$known = get_declared_classes();
$inChild = function (string $file, $out) use ($run, $called, $members, $packed, $known) {
    // A file that ends the process must not print into what this program prints.
    ob_start(fn () => '');
    try {
        $left = $run($file);
        $left['returned'] = $called($left['returned']);
    } catch (Throwable) {
        return;
    }
    $output = ob_get_clean();
    unset($left['variables']['returned']);
    $left += ['constants' => get_defined_constants(true)['user'] ?? [], 'session' => $_SESSION, 'output' => $output];
    $classes = array_filter(array_diff(get_declared_classes(), $known), fn ($name) => !str_contains($name, '@'));
    $left += ['classes' => $members(array_values($classes)), 'configured' => Configure::$all, 'environment' => getenv()];
    fwrite($out, json_encode($packed($left)));
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
