using System.CommandLine;
using RemoteSupport.Features.Brand;

namespace RemoteSupport.Features.Tenants;

/// <summary>tenants create.</summary>
internal static class CreateTenantCommand
{
    private static readonly Argument<string> Slug = TenantsCommand.Slug();
    private static readonly Option<string?> Name = new("--name") { Description = "The name that its users see. New tenants need one." };
    private static readonly Option<string?> AdminEmail = new("--admin-email") { Description = "Who gets the activation mail. New tenants need one." };
    private static readonly Option<string?> AdminName = new("--admin-name") { Description = "The admin's name. New tenants need one." };
    private static readonly Option<string?> Accent = new("--accent") { Description = $"Its colour, #rrggbb; at first {BrandSettings.DefaultAccent}." };
    private static readonly Option<string?> Language = new("--language") { Description = "For whoever has chosen none: en, it, es or de; at first en." };
    private static readonly Option<string?> Languages = new("--languages") { Description = "What its users may choose from; at first en,it,es,de." };
    private static readonly Option<string?> Country = new("--country") { Description = "Two letters; at first IT." };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "IANA name; at first Europe/Rome." };
    private static readonly Option<string?> SupportEmail = new("--support-email") { Description = "Where its users find a person; at first the admin's." };
    private static readonly Option<FileInfo?> Logo = new("--logo") { Description = "A PNG or JPEG file of at most 256 KiB." };
    private static readonly Option<FileInfo?> Icon = new("--icon") { Description = "Likewise, square." };

    public static Command Make()
    {
        var command = new Command("create", "Creates a tenant and invites its first admin. Again, it changes the settings that are given and differ.")
        {
            Slug, Name, AdminEmail, AdminName, Accent, Language, Languages, Country, TimeZone, SupportEmail, Logo, Icon,
        };
        command.SetAction((parsed, ct) => TenantsCommand.SendAsync(parsed, () => Read(parsed), Words, ct));
        return command;
    }

    private static CreateTenant Read(ParseResult parsed) => new(parsed.GetRequiredValue(Slug))
    {
        Name = parsed.GetValue(Name)?.Trim(),
        AdminEmail = parsed.GetValue(AdminEmail),
        AdminName = parsed.GetValue(AdminName),
        AccentColor = parsed.GetValue(Accent),
        Language = parsed.GetValue(Language),
        Languages = parsed.GetValue(Languages)?.Split(',', StringSplitOptions.TrimEntries),
        Country = parsed.GetValue(Country),
        TimeZone = parsed.GetValue(TimeZone),
        SupportEmail = parsed.GetValue(SupportEmail),
        Logo = Read(parsed.GetValue(Logo)),
        Icon = Read(parsed.GetValue(Icon)),
    };

    // One byte more than may be is enough to know that it is too much.
    private static byte[]? Read(FileInfo? file)
    {
        if (file is null) return null;
        using var stream = file.OpenRead();
        var content = new byte[BrandPicture.MostBytes + 1];
        return content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }

    private static string Words(TenantMade made) => made switch
    {
        { IsNew: true } => $"{made.Slug} is created. Its admin gets an activation mail.",
        { Changed.Count: 0 } => $"{made.Slug} is there already; nothing changed.",
        _ => $"{made.Slug} is changed: {string.Join(", ", made.Changed)}.",
    };
}
