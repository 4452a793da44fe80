namespace RemoteSupport.Features.Organizations;

/// <summary>The head of a partner's page about one organization: its name, its status, and the tabs of Account Information.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">Its name, as the page's heading.</param>
/// <param name="Status">"active" or "suspended".</param>
/// <param name="Current">The tab that is open: the end of its path ("support-contacts"); empty for the information itself.</param>
public sealed record AccountTab(Guid Id, string Name, string Status, string Current);
