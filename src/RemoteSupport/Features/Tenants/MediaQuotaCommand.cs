using System.CommandLine;

namespace RemoteSupport.Features.Tenants;

/// <summary>tenants media-quota.</summary>
internal static class MediaQuotaCommand
{
    public static Command Make()
    {
        var (slug, size) = (TenantsCommand.Slug(), new Argument<int>("gibibytes") { Description = "How many GiB of recordings, pictures and files it may keep." });
        var command = new Command("media-quota", "Says how much a tenant may keep in its Media Library; 10 GiB at first.") { slug, size };
        command.SetAction((parsed, ct) => TenantsCommand.SendAsync(
            parsed, () => new SetMediaQuota(parsed.GetRequiredValue(slug), parsed.GetRequiredValue(size)), done => $"{done.Slug} may keep {parsed.GetRequiredValue(size)} GiB.", ct));
        return command;
    }
}
