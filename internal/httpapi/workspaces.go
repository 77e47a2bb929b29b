package httpapi

import "context"

type sessionOutput struct{ Body SessionBody }

// SessionBody tells what the asker may see.
type SessionBody struct {
	Version    string          `json:"version"`
	Workspaces []*WorkspaceRef `json:"workspaces"`
}

// WorkspaceRef names a workspace.
type WorkspaceRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (s *server) getSession(ctx context.Context, _ *struct{}) (*sessionOutput, error) {
	views, err := s.Hub.Workspaces(ctx)
	if err != nil {
		return nil, err
	}
	out := &sessionOutput{SessionBody{Version: s.Version, Workspaces: make([]*WorkspaceRef, len(views))}}
	for i, v := range views {
		out.Body.Workspaces[i] = &WorkspaceRef{v.Workspace.ID, v.Workspace.Name}
	}
	return out, nil
}

type workspacesOutput struct{ Body WorkspacesBody }

// WorkspacesBody is every workspace.
type WorkspacesBody struct {
	Workspaces []*WorkspaceBody `json:"workspaces"`
}

func (s *server) listWorkspaces(ctx context.Context, _ *struct{}) (*workspacesOutput, error) {
	views, err := s.Hub.Workspaces(ctx)
	if err != nil {
		return nil, err
	}
	out := &workspacesOutput{WorkspacesBody{Workspaces: []*WorkspaceBody{}}}
	for _, v := range views {
		w, err := s.workspaceBody(ctx, v)
		if err != nil {
			return nil, err
		}
		out.Body.Workspaces = append(out.Body.Workspaces, w)
	}
	return out, nil
}
