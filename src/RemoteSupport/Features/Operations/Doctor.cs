using System.Runtime.CompilerServices;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Sms;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Operations;

/// <summary>The checks of doctor, each by itself: what is ill in one does not hide another.</summary>
internal static class Doctor
{
    private const long LeastFree = 1L << 30;

    /// <summary>What was looked at, and what to do about it; null when it is well.</summary>
    public static async IAsyncEnumerable<(string What, string? ToDo)> LookAsync(WebApplicationBuilder builder, [EnumeratorCancellation] CancellationToken ct)
    {
        var (configuration, environment) = (builder.Configuration, builder.Environment);
        yield return ("master key", Try(() => _ = MasterKeySource.Load(configuration, environment)));
        yield return ("message templates", Try(() => _ = new BuiltInTemplates(Path.Combine(AppContext.BaseDirectory, "resources", "templates"))));
        yield return ("translations", Try(() => new ServiceCollection().AddPoLocalization()));
        await foreach (var finding in StorageCheck.LookAsync(configuration, environment, ct)) yield return finding;
        yield return ("disk space", Try(() => CheckDisk(configuration["Data:Directory"] ?? environment.ContentRootPath)));
        await foreach (var finding in DatabaseCheck.LookAsync(configuration, ct)) yield return finding;
        if (configuration.GetSection("Email").Get<EmailOptions>()?.Server is { } server)
            yield return ($"mail server {server}", await MailCheck.LookAsync(server, configuration, ct));
        else if (!environment.IsDevelopment())
            yield return ("mail server", "Email:Smtp:Host is not set: messages wait in the outbox. Set it: see docs/operations.md.");
        else
            yield return ("mail server (none: messages stay in the local outbox, /dev/outbox)", null);
        if (configuration.GetSection("Sms").Get<SmsOptions>()?.Server is { } gateway)
            yield return ($"SMS gateway {gateway}", await SmsCheck.LookAsync(gateway, configuration, ct));
        else
            yield return ("SMS gateway (none: tenants without their own cannot send SMS)", null);
        await foreach (var finding in TurnCheck.LookAsync(configuration, ct)) yield return finding;
    }

    private static void CheckDisk(string folder)
    {
        var drive = new DriveInfo(Path.GetFullPath(folder));
        if (drive.AvailableFreeSpace < LeastFree)
            throw new InvalidOperationException($"Only {drive.AvailableFreeSpace >> 20} MiB are free on {drive.Name}. Make room.");
    }

    private static string? Try(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (Exception ill)
        {
            // Whatever it is, the operator shall read it and the other checks go on.
            return ill.Message;
        }
    }
}
