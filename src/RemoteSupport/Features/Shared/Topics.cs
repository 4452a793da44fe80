using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Shared;

/// <summary>The topics on which open pages hear that something changed.</summary>
public static class Topics
{
    /// <summary>The partner's side: what supporters do and wait for.</summary>
    public const string Support = "support";

    /// <summary>The tenant admins' pages: what they alone see.</summary>
    public const string Tenant = LiveEvents.TopicOfTenant;

    /// <summary>What an event says about partner users: who they are, as what, and who is locked out.</summary>
    public const string Users = "users";

    /// <summary>What an event says about messages: sent, failed, delivered, sent again.</summary>
    public const string Messages = LiveEvents.Messages;

    /// <summary>What an event says about access: a request was made, decided, or a grant ended or moved.</summary>
    public const string Access = "access";

    /// <summary>What an event says about who is inside.</summary>
    public const string Presence = "presence";

    /// <summary>What an event says about new entries of the audit trail.</summary>
    public const string Audit = LiveEvents.Audit;

    /// <summary>What an event says about an organization's members: who they are, as what, and who is locked out.</summary>
    public const string Members = "members";

    /// <summary>What an event says about how far an import of organizations has come.</summary>
    public const string Imports = "imports";

    /// <summary>What an event says about support invitations: how far one got.</summary>
    public const string Invitations = "invitations";

    /// <summary>What an event says about problem reports.</summary>
    public const string Reports = "reports";

    /// <summary>What an event says to whoever invited: a call rings, or no longer.</summary>
    public const string Ringing = "ringing";

    /// <summary>What an event says about calls: what the history shows.</summary>
    public const string Calls = "calls";

    /// <summary>What an event says about texts of messages that the tenant has changed.</summary>
    public const string Templates = "templates";

    /// <summary>What an event says about pictures, videos and documents that are kept.</summary>
    public const string Media = "media";

    /// <summary>A person's own pages, whatever they may see besides.</summary>
    public static string Person(Guid id) => $"person/{id:N}";

    /// <summary>An organization's own pages, for those who may look inside it.</summary>
    public static string Organization(Guid id) => LiveEvents.TopicOfOrganization(id);

    /// <summary>What the pages of a session hear of.</summary>
    internal static IEnumerable<string> Of(Session session)
    {
        var standing = Permissions.StandingOf(session);
        yield return Person(session.AccountId);
        if (Permissions.Holds(standing, Permission.Support)) yield return Support;
        if (Permissions.Holds(standing, Permission.Tenant)) yield return Tenant;
        if (session.Inside is { } organization && Permissions.Holds(standing, Permission.LookInside)) yield return Organization(organization);
    }

    /// <summary>Tells both sides, in the transaction of the change.</summary>
    public static async Task PublishAccessAsync(this LiveEvents live, Guid organizationId, string what)
    {
        ArgumentNullException.ThrowIfNull(live);
        await live.PublishAsync(Support, what);
        await live.PublishAsync(Organization(organizationId), what);
    }
}
